package io.github.vramguard.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.opentest4j.TestAbortedException;

/** A real Chromium without a window, driven through ChromeDriver. */
public final class Browser implements AutoCloseable {

    private static final String WHEN_SHOWN = """
            const done = arguments[0];
            const look = () => document.querySelector("[aria-busy]") ? setTimeout(look, 5) : done(null);
            look()""";
    private static final List<String> CHROMIUM = List.of("chromium", "chromium-browser", "google-chrome");

    private static @Nullable Browser shared;

    private final ChromeDriver driver;

    private Browser(ChromeDriver driver) {
        this.driver = driver;
    }

    /** One browser for all tests of this JVM, which ends with it; aborts the test like {@link #start}. */
    static synchronized Browser shared() {
        if (shared == null) {
            shared = start();
            Runtime.getRuntime().addShutdownHook(new Thread(shared::close, "close the browser"));
        }
        return shared;
    }

    /** Aborts the test where there is no Chromium, or no driver of it. */
    public static Browser start() {
        Path chromium = CHROMIUM.stream()
                .flatMap(name -> onPath(name).stream())
                .findFirst()
                .orElseThrow(() -> new TestAbortedException(
                        "no Chromium can be started: none of " + CHROMIUM + " is on the PATH"));
        Path chromedriver = onPath("chromedriver")
                .orElseThrow(
                        () -> new TestAbortedException("no Chromium can be started: no chromedriver is on the PATH"));
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(chromedriver.toFile())
                .withSilent(true)
                .build();
        return new Browser(new ChromeDriver(service, options(chromium)));
    }

    private static ChromeOptions options(Path chromium) {
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        logs.enable(LogType.PERFORMANCE, Level.ALL);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(chromium.toFile());
        options.setCapability(ChromeOptions.LOGGING_PREFS, logs);
        return options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--hide-scrollbars",
                "--lang=en");
    }

    private static Optional<Path> onPath(String name) {
        return Arrays.stream(System.getenv("PATH").split(":"))
                .map(directory -> Path.of(directory, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** The page itself is all that a report may ask for; what else was wanted until now is forgotten. */
    public Browser open(Path page, String fragment) {
        driver.get("about:blank");
        requests();
        complaints();
        driver.get(page.toUri() + fragment);
        await(WHEN_SHOWN);
        return this;
    }

    public Browser sized(int width, int height, double scale) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", scale, "mobile", width < 600));
        return this;
    }

    /** A system with these colours, whose user wants nothing to move. */
    public Browser still(String colours) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of(
                        "features",
                        List.of(
                                Map.of("name", "prefers-color-scheme", "value", colours),
                                Map.of("name", "prefers-reduced-motion", "value", "reduce"))));
        return this;
    }

    /** As on paper, with what moves where it ends. */
    public Browser printed() {
        driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", "print"));
        run("document.getAnimations().forEach(animation => animation.finish())");
        return this;
    }

    /** The value of an expression in the page. */
    @SuppressWarnings("unchecked")
    public <T> T ask(String expression) {
        return (T) driver.executeScript("return " + expression);
    }

    public void run(String script, Object... arguments) {
        driver.executeScript(script, arguments);
    }

    public Object await(String script) {
        return driver.executeAsyncScript(script);
    }

    /** Keys as from a keyboard, to whatever has the focus. */
    public Browser type(CharSequence... keys) {
        new Actions(driver).sendKeys(keys).perform();
        return this;
    }

    public Browser tab() {
        return type(Keys.TAB);
    }

    public Browser click(String selector) {
        driver.findElement(By.cssSelector(selector)).click();
        return this;
    }

    public Browser pointAt(String selector) {
        new Actions(driver)
                .moveToElement(driver.findElement(By.cssSelector(selector)))
                .perform();
        return this;
    }

    public String text(String selector) {
        return driver.findElement(By.cssSelector(selector)).getText();
    }

    public List<String> texts(String selector) {
        return driver.findElements(By.cssSelector(selector)).stream()
                .map(WebElement::getText)
                .toList();
    }

    /** Errors and warnings of the console. */
    public List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(LogEntry::getMessage)
                .toList();
    }

    /** The addresses that the network was asked for. */
    public List<String> requests() {
        Stream<LogEntry> log = driver.manage().logs().get(LogType.PERFORMANCE).getAll().stream();
        return log.map(LogEntry::getMessage)
                .filter(message -> message.contains("\"Network.requestWillBeSent\""))
                .map(message ->
                        message.replaceFirst("(?s).*?\"documentURL\".*?\"request\":\\{.*?\"url\":\"([^\"]*)\".*", "$1"))
                .toList();
    }

    public void screenshot(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.write(file, driver.getScreenshotAs(OutputType.BYTES));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    @Override
    public void close() {
        driver.quit();
    }
}
