package io.github.vramguard.report.html;

import io.github.vramguard.browser.Browser;
import io.github.vramguard.run.Run;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.openqa.selenium.Keys;

/** How a report of 5,000 tests feels in Chromium: the time from a key to the next frame, and tasks that delay frames. */
final class Responsiveness {

    private static final String FEWEST_TELLING_MILLIS = "16";
    private static final String OBSERVE = """
            const seen = { keys: [], tasks: [] };
            window.seen = seen;
            new PerformanceObserver(list => list.getEntries().forEach(e => seen.keys.push(e.duration)))
                .observe({ type: "event", durationThreshold: %s });
            new PerformanceObserver(list => list.getEntries().forEach(e => seen.tasks.push(e.duration)))
                .observe({ type: "longtask" });
            """.formatted(FEWEST_TELLING_MILLIS);
    private static final String AFTER_THE_FRAME =
            "const done = arguments[0]; requestAnimationFrame(() => setTimeout(() => done(null), 300))";

    private final Browser browser;
    private final PrintStream out;

    private Responsiveness(Browser browser, PrintStream out) {
        this.browser = browser;
        this.out = out;
    }

    public static void main(String[] arguments) throws IOException {
        Path page = Files.createTempFile("big", ".html");
        Run run = BigRun.create();
        long start = System.nanoTime();
        Files.writeString(page, HtmlReport.of(run));
        System.out.printf(
                "%d tests: %.1f MB, built and written in %d ms by a fresh JVM%n",
                BigRun.TESTS, Files.size(page) / 1e6, (System.nanoTime() - start) / 1_000_000);
        try (Browser browser = Browser.start().still("light").sized(1280, 900, 1)) {
            new Responsiveness(browser, System.out).measure(page);
        } finally {
            Files.delete(page);
        }
    }

    private void measure(Path page) {
        for (int time = 1; time <= 3; time++) {
            browser.open(page, "");
            double listed = number("performance.now()");
            browser.await(AFTER_THE_FRAME);
            out.printf(
                    "open: first paint after %.0f ms, all tests listed after %.0f ms%n",
                    number("performance.getEntriesByName('first-contentful-paint')[0].startTime"), listed);
        }
        observed("filter, letter by letter", () -> {
            browser.click("#filter");
            "prompt4321".chars().forEach(letter -> browser.type(Character.toString(letter)));
        });
        observed("clear the filter", () -> browser.type(Keys.ESCAPE));
        observed("sort by residual, peak, name", () -> List.of("residual", "peak", "name")
                .forEach(order -> browser.click("[data-order=" + order + "]")));
        observed(
                "open a test, and the next two",
                () -> browser.click("#list a").click("[aria-label='Next test']").click("[aria-label='Next test']"));
    }

    private double number(String expression) {
        return browser.<Number>ask(expression).doubleValue();
    }

    private void observed(String what, Runnable action) {
        browser.run(OBSERVE);
        action.run();
        browser.await(AFTER_THE_FRAME);
        Map<String, List<Number>> seen = browser.ask("window.seen");
        out.printf("%s: longest time to the next frame %s ms, long tasks %s%n", what, longest(seen), seen.get("tasks"));
    }

    private static String longest(Map<String, List<Number>> seen) {
        return seen.get("keys").stream()
                .mapToLong(Number::longValue)
                .boxed()
                .max(Long::compare)
                .map(String::valueOf)
                .orElse("under " + FEWEST_TELLING_MILLIS);
    }
}
