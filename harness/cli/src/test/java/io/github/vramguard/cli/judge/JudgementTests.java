package io.github.vramguard.cli.judge;

import static io.github.vramguard.cli.series.Written.series;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.vramguard.memory.Origin.Quality;
import io.github.vramguard.run.Result;
import io.github.vramguard.verdict.PoolOutcome;
import io.github.vramguard.verdict.Shape;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JudgementTests {

    private static Judgement judged(String pool, String values) {
        return Judgement.of(series("a", pool, values));
    }

    @ParameterizedTest
    @CsvSource({
        "threads, 3 4 4 4 4 4 4 4 4, PASSED, FLAT, 0.00, 0",
        "threads, 3 4 4 4 5 5 5 5 5 5 5, PASSED, WARMUP_STEP, 0.00, 0",
        "threads, 3 4 5 6 7 8 9 10 11, FAILED, LEAK, 1.00, 0",
        "threads, 3 4 5 6 7 8 9 10, INCONCLUSIVE, INCONCLUSIVE, 0.00, 1",
        "threads, 3 4 4 4 4 4 4 4, INCONCLUSIVE, INCONCLUSIVE, 0.00, 1",
        "threads, 3 4, INCONCLUSIVE, INCONCLUSIVE, 0.00, 7",
        "threads, 3, INCONCLUSIVE, INCONCLUSIVE, 0.00, 8",
        "threads, gap, INCONCLUSIVE, INCONCLUSIVE, 0.00,",
        "direct, 0 9000 18000 27000 36000 45000 54000 63000 72000, FAILED, LEAK, 8.79 KiB, 0",
    })
    void theShapeDecides(String pool, String values, Result result, Shape shape, String perCycle, Integer need) {
        Judgement judgement = judged(pool, values);

        assertThat(judgement.result()).isEqualTo(result);
        assertThat(judgement.shown().shape()).isEqualTo(shape);
        assertThat(judgement.perCycle()).isEqualTo(perCycle);
        assertThat(judgement.cyclesNeeded()).isEqualTo(need == null ? OptionalInt.empty() : OptionalInt.of(need));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gpu0", "native", "resident", "heap", "metaspace", "direct", "mapped", "threads"})
    void nothingPassesBelowEightCyclesOfAnyPool(String pool) {
        String level = "4 ".repeat(8).strip();

        assertThat(judged(pool, level).result()).isEqualTo(Result.INCONCLUSIVE);
        assertThat(judged(pool, level + " 4").result()).isEqualTo(Result.PASSED);
        assertThat(judged(pool, "gap gap " + level).result()).isEqualTo(Result.INCONCLUSIVE);
    }

    @Test
    void aProvenLeakWithinTheTolerancePassesAndSaysSo() {
        Judgement judgement = judged("threads", "3 3 3 4 4 4 5 5 5 6 6 6 7 7 7 8 8 8");

        assertThat(judgement.shown().shape()).isEqualTo(Shape.LEAK);
        assertThat(judgement.verdict().outcome()).isEqualTo(PoolOutcome.NOT_COUNTED);
        assertThat(judgement.result()).isEqualTo(Result.PASSED);
        assertThat(judgement.reasons()).contains("does not exceed the tolerance of 0.50 per cycle");
    }

    @Test
    void whatStaysOfAPlateauIsStated() {
        assertThat(judged("direct", "0" + " 9000000".repeat(9)).reasons())
                .contains("stays 8.58 MiB above its baseline");
        assertThat(judged("direct", "0" + " 9000".repeat(9)).reasons())
                .containsExactly("no growth in the last 7 cycles");
    }

    @Test
    void aSeriesWithGapsNeverPasses() {
        Judgement judgement = judged("threads", "gap 3 4 gap 4 4 4 gap 4 4 4 4");

        assertThat(judgement.verdict().cycles()).isEqualTo(11);
        assertThat(judgement.result()).isEqualTo(Result.INCONCLUSIVE);
        assertThat(judgement.reasons()).containsExactly("no growth in the last 9 cycles", "gaps: 3");
    }

    @Test
    void noFurtherCycleFillsAGapAtTheEnd() {
        Judgement judgement = judged("threads", "3 4 4 4 4 4 4 4 4 gap");

        assertThat(judgement.result()).isEqualTo(Result.INCONCLUSIVE);
        assertThat(judgement.cyclesNeeded()).hasValue(0);
        assertThat(judgement.reasons()).contains("gaps: 1");
    }

    @ParameterizedTest
    @CsvSource({
        "native, 400, EXACT, FAILED",
        "native, 400, MIXED, PASSED",
        "gpu0, 1536, EXACT, FAILED",
        "gpu0, 1536, MIXED, PASSED"
    })
    void levelsThatIncludeOtherMemoryTakeMoreToProveALeak(String pool, int kib, Quality quality, Result result) {
        String levels = IntStream.rangeClosed(0, 15)
                .mapToObj(cycle -> Long.toString(cycle * 1024L * kib))
                .collect(Collectors.joining(" "));

        assertThat(Judgement.of(series("a", pool, quality, levels)).result()).isEqualTo(result);
    }

    @Test
    void aGapDoesNotTakeBackAProof() {
        assertThat(judged("threads", "3 4 5 6 7 8 9 10 11 gap").result()).isEqualTo(Result.FAILED);
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
                .extracting(Judgement::result)
                .isEqualTo(
                        judged("threads", Math.round(baseline) + " " + cycles).result());
    }
}
