package io.github.vramguard.report.html;

import static io.github.vramguard.report.html.RunOf.MIB;
import static io.github.vramguard.report.html.RunOf.bytes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.vramguard.run.MeasuredTest;
import io.github.vramguard.run.Result;
import io.github.vramguard.run.Run;
import io.github.vramguard.verdict.PoolOutcome;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;

/** Where the focus is, and what is left behind by those who move on. */
class KeyboardInBrowserTests extends InBrowser {

    private static final String FOCUSED = "document.activeElement.textContent";
    private static final String PLOTS = "uPlot.sync('trace').plots.length";
    private static final String SETTLED = "[aria-label=Readings] button:last-child";

    @AfterEach
    void nothingWasWrong() {
        assertThat(browser.complaints()).isEmpty();
    }

    private static Run manyTests(int count) {
        return RunOf.tests(IntStream.range(0, count)
                .mapToObj(number -> RunOf.test(
                        "loads" + number, Result.PASSED, bytes("native", PoolOutcome.PASSED, 0L, MIB, 0L, MIB)))
                .toArray(MeasuredTest[]::new));
    }

    private void openConversation() throws IOException {
        open(RunOf.tests(Charted.conversation())).click("#list a");
        await().until(InBrowser::isOpen);
    }

    @Test
    void tabLeadsFromTheFilterToATestAndEscapeBack() throws IOException {
        openEachKind("").click("#filter");
        for (int tabs = 0; tabs < 10 && !"A".equals(browser.<String>ask("document.activeElement.tagName")); tabs++) {
            browser.tab();
        }

        browser.type(Keys.ENTER);
        await().until(InBrowser::isOpen);
        assertThat(browser.<String>ask(FOCUSED)).isEqualTo("loadsTwice()");
        browser.tab().tab();
        assertThat(browser.<Boolean>ask("document.querySelector('dialog').contains(document.activeElement)"))
                .isTrue();

        browser.type(Keys.ESCAPE);
        await().until(() -> !isOpen());
        assertThat(browser.<String>ask(FOCUSED)).isEqualTo("loadsTwice()");
        assertThat(browser.<String>ask("document.activeElement.tagName")).isEqualTo("A");
    }

    @Test
    void theWayBackLeadsToATestThatWasNotListedYet() throws IOException {
        open(HtmlReport.of(manyTests(200)), "#com.acme.ModelTests%23loads199()%20%40LeakTest");

        browser.type(Keys.ESCAPE);
        await().until(() -> !isOpen());

        assertThat(browser.<String>ask(FOCUSED)).isEqualTo("loads199()");
    }

    @ParameterizedTest
    @CsvSource({
        SETTLED + ", Settled levels",
        "[aria-label=Amounts] button:last-child, Amount",
        ".legend button, direct",
    })
    void whatIsPressedKeepsTheFocus(String button, String name) throws IOException {
        openConversation();

        browser.click(button);

        assertThat(browser.<String>ask(FOCUSED)).isEqualTo(name);
    }

    @Test
    void otherColoursLeaveTheViewAndTheFocusAsTheyAre() throws IOException {
        openConversation();
        browser.click(SETTLED);
        String before = browser.ask("document.querySelector('canvas').toDataURL()");

        browser.still("dark");

        await().until(() -> !before.equals(browser.ask("document.querySelector('canvas').toDataURL()")));
        assertThat(browser.text(SETTLED + "[aria-pressed=true]")).isEqualTo("Settled levels");
        assertThat(browser.<String>ask(FOCUSED)).isEqualTo("Settled levels");
    }

    @Test
    void chartsOfTestsThatWereLeftAreGone() throws IOException {
        open(manyTests(21)).click("#list a");
        await().until(InBrowser::isOpen);

        for (int steps = 0; steps < 20; steps++) {
            browser.click("[aria-label='Next test']");
        }
        assertThat(browser.<Boolean>ask("document.querySelector('[aria-label=\"Next test\"]').disabled"))
                .isTrue();
        assertThat(browser.<Long>ask(PLOTS)).isOne();

        browser.type(Keys.ESCAPE);
        await().until(() -> !isOpen());
        assertThat(browser.<Long>ask(PLOTS)).isZero();
    }

    /** Speech input types letters without knowing of them (WCAG 2.1.4). */
    @Test
    void noLetterIsACommand() throws IOException {
        openEachKind("");

        for (String letter : List.of("/", "?", "j", "k", "n", "f", "s")) {
            browser.type(letter);
        }

        assertThat(browser.<String>ask("document.activeElement.tagName")).isEqualTo("BODY");
        assertThat(names()).hasSize(6);
    }
}
