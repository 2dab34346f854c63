package io.github.vramguard.report.html;

import static io.github.vramguard.report.html.RunOf.MIB;
import static io.github.vramguard.report.html.RunOf.bytes;
import static io.github.vramguard.report.html.RunOf.test;
import static io.github.vramguard.report.html.RunOf.tests;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.vramguard.run.MeasuredTest;
import io.github.vramguard.run.Result;
import io.github.vramguard.verdict.PoolOutcome;
import java.io.IOException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The outcome in words, and how times and colours are told. */
class SummaryInBrowserTests extends InBrowser {

    @AfterEach
    void nothingWasWrong() {
        assertThat(browser.complaints()).isEmpty();
    }

    private static MeasuredTest ended(int number, Result result) {
        PoolOutcome outcome = result == Result.FAILED ? PoolOutcome.FAILED : PoolOutcome.PASSED;
        return test("loads" + number, result, bytes("native", outcome, 0L, MIB));
    }

    private static MeasuredTest cured(int number) {
        return test(
                "mends" + number,
                Result.FAILED,
                bytes("native", PoolOutcome.PASSED, 0L, MIB),
                bytes("heap", PoolOutcome.PASSED, 0L, MIB));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PASSED              | The test passed",
                "PASSED PASSED         | All 2 tests passed",
                "PASSED INCONCLUSIVE | No test failed, but 1 test is inconclusive",
                "INCONCLUSIVE UNFINISHED UNFINISHED NOT_JUDGED "
                        + "| No test failed, but 2 tests did not end, 1 test is inconclusive and 1 test was not judged",
                "FAILED NOT_JUDGED | 1 test leaks memory",
            })
    void theOutcomeIsOneSentence(String results, String outcome) throws IOException {
        String[] words = results.split(" ");
        open(tests(IntStream.range(0, words.length)
                .mapToObj(number -> ended(number, Result.valueOf(words[number])))
                .toArray(MeasuredTest[]::new)));

        assertThat(browser.text("h1")).isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | 1 | 1 test no longer has its known leak",
                "0 | 2 | 2 tests no longer have their known leak",
                "1 | 1 | 1 test leaks memory, 1 test no longer has its known leak",
            })
    void aKnownLeakThatIsGoneIsNoLeak(int leaking, int cured, String outcome) throws IOException {
        open(tests(Stream.concat(
                        IntStream.range(0, leaking).mapToObj(number -> ended(number, Result.FAILED)),
                        IntStream.range(0, cured).mapToObj(SummaryInBrowserTests::cured))
                .toArray(MeasuredTest[]::new)));

        assertThat(browser.text("h1")).isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0.0 s",
        "59940, 59.9 s",
        "59960, 1 min 0 s",
        "3599000, 59 min 59 s",
        "3599600, 1 h 0 min",
        "5370000, 1 h 30 min",
        "7190000, 2 h 0 min",
    })
    void durationsCarry(long millis, String told) throws IOException {
        MeasuredTest test = ended(0, Result.PASSED);
        open(tests(new MeasuredTest(
                test.test(),
                test.jvmRun(),
                test.startedAt(),
                millis,
                0,
                test.result(),
                test.headline(),
                test.facts(),
                test.target(),
                test.timeline(),
                test.pools())));

        assertThat(browser.text("#list td.time")).isEqualTo(told);
    }

    @Test
    void aTestIsToldByAPoolThatHasSomethingInIt() throws IOException {
        open(tests(test(
                "loads",
                Result.PASSED,
                bytes("container", PoolOutcome.PASSED, 0L, 0L),
                bytes("native", PoolOutcome.PASSED, MIB, MIB))));

        assertThat(browser.text("#list td.pool")).isEqualTo("native");
    }

    @ParameterizedTest
    @CsvSource({"NOT_COUNTED, native not counted", "PASSED, native"})
    void growthThatIsNotCountedSaysSo(PoolOutcome outcome, String told) throws IOException {
        open(tests(test("loads", Result.PASSED, bytes("native", outcome, 0L, 27 * MIB))));

        assertThat(browser.text("#list td.pool")).isEqualToNormalizingWhitespace(told);
    }

    @Test
    void timesHaveTheirZone() throws IOException {
        openEachKind("");

        assertThat(browser.text("#when")).matches("\\d+ \\w+ 2026(,| at) \\d\\d:\\d\\d [A-Z][A-Z]+([+-][\\d:]+)?");
    }

    @Test
    void browsersThatCannotChooseBetweenColoursHaveTheLightOnes() throws IOException {
        browser.still("dark");

        open(
                HtmlReport.of(RunOf.eachKind())
                        .replaceFirst("<meta http-equiv=\"Content-Security-Policy\"[^>]*>", "")
                        .replace("light-dark(", "unknown("),
                LEAK);

        assertThat(browser.<String>ask("getComputedStyle(document.querySelector('dialog')).backgroundColor"))
                .isEqualTo("rgb(255, 255, 255)");
        assertThat(browser.<String>ask("getComputedStyle(document.querySelector('dialog')).color"))
                .isEqualTo("rgb(20, 23, 28)");
        assertThat(browser.<String>ask("getComputedStyle(document.documentElement).colorScheme"))
                .isEqualTo("light");
    }
}
