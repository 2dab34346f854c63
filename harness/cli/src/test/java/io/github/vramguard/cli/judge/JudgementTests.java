package io.github.vramguard.cli.judge;

import static io.github.vramguard.cli.series.Written.series;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.vramguard.cli.judge.Judgement.Verdict;
import io.github.vramguard.verdict.Shape;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JudgementTests {

    private static Judgement judged(String signal, String values) {
        return Judgement.of(series("a", signal, values));
    }

    @ParameterizedTest
    @CsvSource({
        "threads, 3 4 4 4 4 4 4 4 4, PASSED, FLAT, 0.00, 0",
        "threads, 3 4 4 4 5 5 5 5 5 5 5, PASSED, WARMUP_STEP, 0.00, 0",
        "threads, 3 4 5 6 7 8 9 10 11, FAILED, LEAK, 1.00, 0",
        "threads, 3 4 5 6 7 8 9 10, INCONCLUSIVE, INCONCLUSIVE, 0.00, 6",
        "threads, 3 4 4 4 4 4 4 4, INCONCLUSIVE, INCONCLUSIVE, 0.00, 1",
        "threads, 3 4, INCONCLUSIVE, INCONCLUSIVE, 0.00, 7",
        "threads, 3, INCONCLUSIVE, INCONCLUSIVE, 0.00, 8",
        "threads, gap, INCONCLUSIVE, INCONCLUSIVE, 0.00, 8",
        "direct, 0 9000 18000 27000 36000 45000 54000 63000 72000, FAILED, LEAK, 8.79 KiB, 0",
    })
    void theShapeDecides(String signal, String values, Verdict verdict, Shape shape, String perCycle, int need) {
        Judgement judgement = judged(signal, values);

        assertThat(judgement.verdict()).isEqualTo(verdict);
        assertThat(judgement.shown().shape()).isEqualTo(shape);
        assertThat(judgement.perCycle()).isEqualTo(perCycle);
        assertThat(judgement.need()).isEqualTo(need);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "vram",
                "vram-device",
                "native",
                "native-raw",
                "rss",
                "heap",
                "metaspace",
                "direct",
                "mapped",
                "threads"
            })
    void nothingIsKeptBelowEightCyclesOfAnySignal(String signal) {
        String level = "4 ".repeat(8).strip();

        assertThat(judged(signal, level).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(judged(signal, level + " 4").verdict()).isEqualTo(Verdict.PASSED);
        assertThat(judged(signal, "gap gap " + level).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    }

    @Test
    void aProvenLeakWithinTheToleranceIsNeitherBrokenNorKept() {
        Judgement judgement = judged("threads", "3 3 3 4 4 4 5 5 5 6 6 6 7 7 7 8 8 8");

        assertThat(judgement.shown().shape()).isEqualTo(Shape.LEAK);
        assertThat(judgement.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(judgement.reasons()).contains("no more than the tolerance of 0.50 a cycle");
    }

    @Test
    void gapsAreLeftOutAndSaidAndLetNothingBeKept() {
        Judgement judgement = judged("threads", "gap 3 4 gap 4 4 4 gap 4 4 4 4");

        assertThat(judgement.cycles()).isEqualTo(8);
        assertThat(judgement.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(judgement.reasons()).containsExactly("no growth in the last 6 cycles", "gaps left out: 3");
    }

    @Test
    void aGapAtTheEndLeavesTheVerdictOpen() {
        Judgement judgement = judged("threads", "3 4 4 4 4 4 4 4 4 gap");

        assertThat(judgement.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(judgement.need()).isEqualTo(1);
        assertThat(judgement.reasons()).contains("the last value is a gap", "about 1 more cycles would tell");
    }

    @Test
    void aGapDoesNotTakeBackAProof() {
        assertThat(judged("threads", "3 4 5 6 7 8 9 10 11 gap").verdict()).isEqualTo(Verdict.FAILED);
    }

    @Test
    void aMissingBaselineIsReplacedByTheFirstLevel() {
        assertThat(series("a", "gap 7 8").withBaseline()).isEqualTo(series("a", "7 gap 7 8"));
        assertThat(series("a", "gap").withBaseline()).isEqualTo(series("a", "gap"));
    }

    /** So the first level may stand in for a baseline that was not recorded. */
    @Property
    void theBaselineIsNoEvidenceFromTheFirstVerdictOn(
            @ForAll @Size(min = 8, max = 20) List<@DoubleRange(min = 0, max = 9) Double> levels,
            @ForAll @DoubleRange(min = 0, max = 9) double baseline) {
        String cycles =
                levels.stream().map(level -> Long.toString(Math.round(level))).collect(Collectors.joining(" "));

        assertThat(judged("threads", cycles).series().withBaseline())
                .extracting(Judgement::of)
                .extracting(Judgement::verdict)
                .isEqualTo(
                        judged("threads", Math.round(baseline) + " " + cycles).verdict());
    }
}
