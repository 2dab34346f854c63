package io.github.vramguard.report.html;

import static org.awaitility.Awaitility.await;

import io.github.vramguard.run.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Tests that open reports in one browser. */
abstract class InBrowser {

    static final String LEAK = "#com.acme.ModelTests%23loadsTwice()%20%40LeakTest";
    static final String BUDGET = "#com.acme.ModelTests%23fitsTheCard()%20%40VramBudget";

    static Browser browser;

    @TempDir
    private Path directory;

    @BeforeAll
    static void start() {
        browser = Browser.start();
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void reset() {
        browser.still("light").sized(1280, 900, 1);
    }

    final Path page() {
        return directory.resolve("index.html");
    }

    final Browser open(String html, String fragment) throws IOException {
        return browser.open(Files.writeString(page(), html), fragment);
    }

    final Browser open(Run run) throws IOException {
        return open(HtmlReport.of(run), "");
    }

    final Browser openEachKind(String fragment) throws IOException {
        return open(HtmlReport.of(RunOf.eachKind()), fragment);
    }

    /** Their table is built once they are wanted. */
    static void openReadings() {
        browser.click("summary");
        await().until(() -> !browser.texts("details td").isEmpty());
    }

    /** The tests of the list, in its order. */
    static List<String> names() {
        return browser.texts("#list a");
    }

    /** Whether one of them is open. */
    static boolean isOpen() {
        return browser.ask("document.querySelector('dialog').open");
    }
}
