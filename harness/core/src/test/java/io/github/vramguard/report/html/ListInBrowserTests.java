package io.github.vramguard.report.html;

import static io.github.vramguard.report.html.RunOf.bytes;
import static io.github.vramguard.report.html.RunOf.test;
import static io.github.vramguard.report.html.RunOf.tests;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.vramguard.memory.ByteSize;
import io.github.vramguard.run.Result;
import io.github.vramguard.verdict.PoolOutcome;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;

/** The overview: what stands where, and how it is narrowed. */
class ListInBrowserTests extends InBrowser {

    @AfterEach
    void nothingWasWrong() {
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void whatNeedsAttentionComesFirst() throws IOException {
        openEachKind("");

        assertThat(browser.text("h1")).isEqualTo("1 test leaks memory, 1 test exceeds its budget");
        assertThat(names())
                .containsExactly(
                        "loadsTwice()",
                        "fitsTheCard()",
                        "neverEnds()",
                        "opensTheIndex()",
                        "failsByItself()",
                        "embedsADocument()");
        assertThat(browser.texts("button.tile"))
                .containsExactly("2\nfailed", "1\nunfinished", "1\ninconclusive", "1\nnot judged", "1\npassed");
    }

    @Test
    void whatIsWrongWithTheRunItselfIsShown() throws IOException {
        openEachKind("");

        assertThat(browser.texts(".notice li"))
                .satisfiesExactly(
                        killed -> assertThat(killed)
                                .startsWith("Process 4711, started ")
                                .contains("during neverEnds()"),
                        problem -> assertThat(problem).contains("the last record is cut off"));
    }

    @Test
    void anEmptyRunSaysSo() throws IOException {
        open(tests());

        assertThat(browser.text("h1")).isEqualTo("No test was measured");
        assertThat(browser.text("#list")).isEqualTo("Nothing was recorded.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "embeds        | 1 of 6 tests | embedsADocument()",
                "GPU0          | 1 of 6 tests | fitsTheCard()",
                "threads       | 1 of 6 tests | failsByItself()",
                "loads  native | 1 of 6 tests | loadsTwice()",
                "nowhere       | 0 of 6 tests | ",
            })
    void whatIsTypedNarrowsTheList(String typed, String count, String name) throws IOException {
        openEachKind("").click("#filter").type(typed);

        assertThat(browser.text("#count")).isEqualTo(count);
        assertThat(names()).isEqualTo(name == null ? List.of() : List.of(name));
        browser.type(Keys.ESCAPE);
        assertThat(browser.text("#count")).isEqualTo("6 tests");
    }

    @Test
    void tilesNarrowTheListToTheirVerdicts() throws IOException {
        openEachKind("").click(".tile.is-passed").click(".tile.is-not-judged");

        assertThat(names()).containsExactly("failsByItself()", "embedsADocument()");
        assertThat(browser.texts("[aria-pressed=true]")).containsExactly("1\nnot judged", "1\npassed");
    }

    @ParameterizedTest
    @CsvSource({"name, embedsADocument()", "residual, loadsTwice()", "peak, fitsTheCard()"})
    void headingsSort(String order, String first) throws IOException {
        openEachKind("").click("[data-order=" + order + "]");

        assertThat(names()).hasSize(6).first().isEqualTo(first);
        assertThat(browser.texts("[aria-sort] button")).hasSize(1);
        assertThat(browser.<String>ask("document.activeElement.dataset.order")).isEqualTo(order);
    }

    @ParameterizedTest
    @CsvSource({
        "name, descending, opensTheIndex(), embedsADocument()",
        "residual, ascending, embedsADocument(), fitsTheCard()",
        "peak, ascending, failsByItself(), fitsTheCard()",
        "verdict, descending, embedsADocument(), fitsTheCard()",
    })
    void aHeadingTurnsItsOrderAroundAndWhatWasNotReadStaysLast(
            String order, String direction, String first, String last) throws IOException {
        openEachKind("");
        for (int presses = "verdict".equals(order) ? 1 : 0; presses < 2; presses++) {
            browser.click("[data-order=" + order + "]");
        }

        assertThat(browser.<String>ask("document.querySelector('[aria-sort]').ariaSort"))
                .isEqualTo(direction);
        assertThat(names()).hasSize(6).first().isEqualTo(first);
        assertThat(names()).last().isEqualTo(last);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 1023, 1024, 1535, 10_234, 104_807, 1_047_552, 1_048_575, 27_892_122, 6_442_450_944L})
    void amountsReadAsEverywhereElse(long amount) throws IOException {
        open(tests(test("loads", Result.PASSED, bytes("native", PoolOutcome.PASSED, 0L, amount))));

        assertThat(browser.texts("#list td.number").get(1)).isEqualTo(new ByteSize(amount).toString());
    }

    @Test
    void theColoursAreThoseOfTheSystemUnlessOthersAreChosen() throws IOException {
        String background = "getComputedStyle(document.body).backgroundColor";
        openEachKind("");
        String light = browser.ask(background);
        browser.still("dark");
        String dark = browser.ask(background);

        browser.click("#theme");
        assertThat(dark).isNotEqualTo(light);
        assertThat(browser.<String>ask(background)).isEqualTo(light);
        browser.click("#theme");
        assertThat(browser.<String>ask(background)).isEqualTo(dark);
        browser.click("#theme");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", LEAK, BUDGET})
    void aPhoneScrollsInOneDirection(String fragment) throws IOException {
        browser.sized(390, 844, 2);
        openEachKind(fragment);

        assertThat(browser.<Long>ask("document.documentElement.scrollWidth")).isEqualTo(390);
        assertThat(browser.<Long>ask("document.querySelector('dialog').scrollWidth"))
                .isLessThanOrEqualTo(390);
    }

    @Test
    void thousandsOfTestsAreListedAsTheReaderScrolls() throws IOException {
        open(BigRun.create());
        assertThat(browser.<String>ask("document.querySelector('table').ariaRowCount"))
                .isEqualTo("5001");
        assertThat(browser.<String>ask("document.querySelector('#list tbody tr:nth-child(7)').ariaRowIndex"))
                .isEqualTo("8");
        browser.click("#filter").type("prompt4321");

        assertThat(browser.text("#count")).isEqualTo("1 of 5,000 tests");
        browser.type(Keys.ESCAPE);
        Long before = browser.ask("document.querySelectorAll('#list a').length");
        browser.run("document.querySelector('.more').click()");
        assertThat(before).isLessThan(400);
        assertThat(browser.<Long>ask("document.querySelectorAll('#list a').length"))
                .isGreaterThan(before);
    }
}
