package io.github.vramguard.report.html;

import static io.github.vramguard.report.html.RunOf.MIB;
import static io.github.vramguard.report.html.RunOf.tests;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.vramguard.run.MeasuredTest;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is drawn of a trace, and what is only said of it. */
class ChartInBrowserTests extends InBrowser {

    /** The highest number of the axis. */
    private static final String TOP = "uPlot.sync('trace').plots[0].scales.y.max";

    private final Pixels pixels = new Pixels(browser);

    @AfterEach
    void nothingWasWrong() {
        assertThat(browser.complaints()).isEmpty();
    }

    private void openOnly(MeasuredTest test) throws IOException {
        open(tests(test)).click("#list a");
        await().until(InBrowser::isOpen);
    }

    @Test
    void aCacheThatGrowsIsPredictedBesideWhatWasRead() throws IOException {
        openOnly(Charted.conversation());

        assertThat(browser.texts(".legend .key")).containsExactly("KV cache predicted: up to 12 MiB");
        assertThat(pixels.of("--ink")).isPositive();
        assertThat(browser.<List<Long>>ask("uPlot.sync('trace').plots[0].data[2].slice(0, 4)"))
                .containsExactly(null, 6 * MIB, 12 * MIB, null);

        browser.click("[aria-label=Readings] button:last-child");
        assertThat(browser.texts(".legend .key")).isEmpty();
        assertThat(pixels.of("--ink")).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "8192 | false | KV cache predicted: 8 GiB, reserved at load; beyond the chart",
                "10   | true  | KV cache predicted: 10 MiB, reserved at load",
            })
    void aCacheThatIsTakenAtLoadIsALineOnlyWhereReadingsAre(long mib, boolean drawn, String told) throws IOException {
        openOnly(Charted.leakBesideACacheOf(mib));

        assertThat(browser.texts(".legend .key")).containsExactly(told);
        assertThat(browser.<Number>ask(TOP).longValue()).isBetween(14 * MIB, 20 * MIB);
        assertThat(pixels.areALine("--muted", mib * MIB)).isEqualTo(drawn);
    }

    @ParameterizedTest
    @CsvSource({"[aria-label=Readings] button:last-child", "[aria-label=Amounts] button:last-child"})
    void aCacheIsOnlyToldWhereNothingCanBeComparedWithIt(String view) throws IOException {
        openOnly(Charted.leakBesideACacheOf(10));

        browser.click(view);

        assertThat(browser.texts(".legend .key")).containsExactly("KV cache predicted: 10 MiB, reserved at load");
        assertThat(pixels.areALine("--muted", 10 * MIB)).isFalse();
    }

    @Test
    void growthIsShownAgainstTheWarmUp() throws IOException {
        openOnly(Charted.leakBesideACacheOf(10));

        assertThat(pixels.painted(0.7)).isEqualTo(1);
        assertThat(pixels.painted(3.6)).isLessThan(0.5);
    }

    @Test
    void settledLevelsAreAllThatIsLeftOfThemInTheirView() throws IOException {
        openOnly(Charted.leakBesideACacheOf(10));

        browser.click("[aria-label=Readings] button:last-child");

        assertThat(browser.<List<Long>>ask("uPlot.sync('trace').plots[0].data[1]"))
                .containsExactly(0L, 7 * MIB / 2, 7 * MIB, 21 * MIB / 2, 14 * MIB);
    }

    @Test
    void whatIsPointedAtIsToldInNumbers() throws IOException {
        openOnly(Charted.leakBesideACacheOf(10));

        browser.pointAt(".u-over");

        assertThat(browser.text(".tip")).isEqualTo("2.4 s · after cycle 2\nnative\n+7 MiB");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "7168 | 6144  | -    | budget of gpu0: 6 GiB",
                "7168 | 6144  | 5120 | budget of gpu0: 6 GiB; predicted for gpu0: 5 GiB",
                "1024 | 3072  | 2048 | budget of gpu0: 3 GiB; predicted for gpu0: 2 GiB",
            })
    void samplesAreDrawnOverSecondsUnderTheirBudget(long highest, long budget, @Nullable Long predicted, String told)
            throws IOException {
        openOnly(Charted.budget(highest, budget, predicted));

        assertThat(String.join("; ", browser.texts(".legend .key"))).isEqualTo(told);
        assertThat(pixels.areALine("--failed", budget * MIB)).isTrue();
        assertThat(predicted == null || pixels.areALine("--muted", predicted * MIB))
                .isTrue();
        assertThat(browser.<Number>ask(TOP).longValue()).isGreaterThan(Math.max(highest, budget) * MIB);
        assertThat(browser.<String>ask("document.querySelector('.picture').getAttribute('aria-label')"))
                .startsWith("Chart over 1.5 s: gpu0 from 107 MiB to ")
                .contains("; " + told + ". ");
        assertThat(browser.<Number>ask("uPlot.sync('trace').plots[0].scales.x.max")
                        .doubleValue())
                .isEqualTo(1.5);
    }

    @Test
    void aBudgetFarAboveAllReadingsIsOnlyTold() throws IOException {
        openOnly(Charted.budget(1024, 24 * 1024, 20L * 1024));

        assertThat(browser.texts(".legend .key"))
                .containsExactly(
                        "budget of gpu0: 24 GiB; beyond the chart", "predicted for gpu0: 20 GiB; beyond the chart");
        assertThat(browser.<Number>ask(TOP).longValue()).isLessThan(1536 * MIB);
    }
}
