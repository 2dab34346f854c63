package io.github.vramguard.report.html;

import static org.awaitility.Awaitility.await;

import io.github.vramguard.browser.Browser;
import io.github.vramguard.browser.BrowserTest;
import io.github.vramguard.run.Run;
import java.io.IOException;
import java.util.List;

/** Tests that open reports in one browser. */
abstract class InBrowser extends BrowserTest {

    static final String LEAK = "#com.acme.ModelTests%23loadsTwice()%20%40LeakTest";
    static final String BUDGET = "#com.acme.ModelTests%23fitsTheCard()%20%40VramBudget";

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
