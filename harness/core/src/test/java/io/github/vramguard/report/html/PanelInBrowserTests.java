package io.github.vramguard.report.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.Shortened;
import io.github.vramguard.run.JvmRun;
import io.github.vramguard.run.Machine;
import io.github.vramguard.run.Measured;
import io.github.vramguard.run.MeasuredTest;
import io.github.vramguard.run.Result;
import io.github.vramguard.run.Run;
import io.github.vramguard.verdict.PoolOutcome;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;

/** One test of a report, and the ways to it and back. */
class PanelInBrowserTests extends InBrowser {

    @AfterEach
    void nothingWasWrong() {
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void aTestThatRanOnTwoClassesOfMachinesHasAnAddressOnEach() throws IOException {
        Machine other = new Machine("Linux amd64", "21", List.of("NVIDIA H200", "NVIDIA H200"), "");
        JvmRun second =
                new JvmRun(JvmRun.FORMAT, "1-2", "1-2.4-y", 1_795_000_000_000L, 1_795_000_900_000L, 700L, other);
        MeasuredTest kept =
                RunOf.test("loads", Result.PASSED, RunOf.bytes("native", PoolOutcome.PASSED, 0L, RunOf.MIB));
        open(Run.of(List.of(RunOf.JVM, second), List.of(kept, RunOf.in(second, kept)), List.of()));

        assertThat(browser.texts("#list td.test .class"))
                .contains("Linux amd64, JDK 17 Eclipse Adoptium, no GPU", "Linux amd64, JDK 21, 2 x NVIDIA H200");
        List<String> addresses =
                browser.ask("[...document.querySelectorAll('#list td.test a')].map(link => link.getAttribute('href'))");
        assertThat(addresses).hasSize(2).doesNotHaveDuplicates();

        browser.run("location.hash = arguments[0]", addresses.get(1));
        await().until(InBrowser::isOpen);
        assertThat(browser.text(".environment")).contains("1-2.4-y");
    }

    @Test
    void thePageAsksForNothingButItself() throws IOException {
        openEachKind(LEAK);
        openReadings();

        assertThat(browser.requests()).containsExactly(page().toUri().toString());
    }

    @Test
    void aTestIsOpenedAndLeftByKeys() throws IOException {
        openEachKind("");
        browser.run("document.querySelector('#list a').focus()");
        browser.type(Keys.ARROW_DOWN).type(Keys.ENTER);

        await().until(InBrowser::isOpen);
        assertThat(browser.text("#panel-title")).isEqualTo("fitsTheCard()");
        assertThat(browser.<String>ask("location.hash")).isEqualTo(BUDGET);

        browser.type(Keys.ESCAPE);
        await().until(() -> browser.<String>ask("location.hash").isEmpty());
        assertThat(isOpen()).isFalse();
        assertThat(browser.<String>ask("document.activeElement.textContent")).isEqualTo("fitsTheCard()");
    }

    @Test
    void anAddressWithATestOpensIt() throws IOException {
        openEachKind(LEAK);

        assertThat(isOpen()).isTrue();
        assertThat(browser.text(".headline")).isEqualTo("told in one line");
        assertThat(browser.<String>ask("document.querySelector('pre').textContent"))
                .isEqualTo("  shape      told in\n  why        many lines");
        assertThat(browser.text(".environment")).contains("src/test/java/com/acme/ModelTests.java:41", "no GPU");
    }

    @Test
    void theWayBackFromATestIsThatOfTheBrowser() throws IOException {
        openEachKind("").click("#list a");
        await().until(InBrowser::isOpen);

        browser.run("history.back()");
        await().until(() -> !isOpen());
        assertThat(names()).hasSize(6);
    }

    @Test
    void aTestLeadsToTheNext() throws IOException {
        openEachKind(LEAK).click("[aria-label='Next test']");

        assertThat(browser.text("#panel-title")).isEqualTo("fitsTheCard()");
        assertThat(browser.<String>ask("location.hash")).isEqualTo(BUDGET);
    }

    @ParameterizedTest
    @ValueSource(strings = {"#nobody", "#%", "#tests"})
    void anAddressOfNoTestIsTheList(String fragment) throws IOException {
        openEachKind(fragment);

        assertThat(isOpen()).isFalse();
        assertThat(names()).hasSize(6);
    }

    @Test
    void aGapIsAGapAndNoZero() throws IOException {
        openEachKind(LEAK);
        openReadings();

        assertThat(browser.texts("details td:last-child")).containsExactly("0 B", "8 MiB", "gap", "24 MiB");
        String line = browser.ask("document.querySelectorAll('#list .spark path')[0].getAttribute('d')");
        assertThat(line.split("M")).as("pieces of the line").hasSize(3);
    }

    @Test
    void aLongReasonOfAGapHasItsFirstClauseInTheTable() throws IOException {
        String why = "nvml: libnvidia-ml.so.1 cannot be loaded because it has another version; nvidia-smi: not found";
        open(Measured.run(Measured.leakTest(
                        "com.acme.ModelTests#loads()", Result.PASSED, Measured.gap(Pool.gpu(0), why))))
                .click("#list a");
        await().until(InBrowser::isOpen);

        assertThat(browser.texts("td .source")).containsExactly(Shortened.clause(why));
        assertThat(browser.<String>ask("document.querySelector('td .source').title"))
                .isEqualTo(why);
    }

    @Test
    void theChartIsToldInWords() throws IOException {
        openEachKind(LEAK);

        assertThat(browser.<String>ask("document.querySelector('.picture').getAttribute('aria-label')"))
                .isEqualTo("Chart over 3 cycles: native from 0 B to 24 MiB, at most 24 MiB. "
                        + "The tables below have the same numbers.");
        assertThat(browser.<Long>ask("document.querySelectorAll('canvas').length"))
                .isOne();
        browser.click(".legend button");
        assertThat(browser.<Long>ask("document.querySelectorAll('canvas').length"))
                .isZero();
    }

    @Test
    void aBudgetIsShownBesideItsPeak() throws IOException {
        openEachKind(BUDGET);

        assertThat(browser.text(".bullet .text")).isEqualTo("gpu0\npeak 7 GiB · budget 6 GiB · predicted 5 GiB");
    }

    @Test
    void anOpenTestIsPrintedInItsWholeLength() throws IOException {
        openEachKind(LEAK).sized(794, 1123, 1).printed();
        List<Object> box = browser.ask(
                "(panel => [panel.getBoundingClientRect().left, panel.getBoundingClientRect().top, "
                        + "panel.offsetWidth, panel.offsetHeight - panel.scrollHeight])(document.querySelector('dialog'))");
        List<String> cutOff = browser.ask("[...document.querySelectorAll('dialog .scroll')].map("
                + "table => getComputedStyle(table).overflowX)");

        assertThat(box).containsExactly(0L, 0L, 794L, 0L);
        assertThat(cutOff).isNotEmpty().containsOnly("visible");
    }
}
