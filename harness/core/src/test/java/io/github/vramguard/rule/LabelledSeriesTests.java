package io.github.vramguard.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.vramguard.verdict.Shape;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LabelledSeriesTests {

    private static final double KIB = 1024;
    private static final double MIB = 1024 * KIB;

    /** The leak per cycle that must be found. */
    private static final Map<Sensitivity, Double> MATERIAL = Map.of(
            Sensitivity.VRAM, MIB,
            Sensitivity.VRAM_DEVICE, 4 * MIB,
            Sensitivity.NATIVE, 64 * KIB,
            Sensitivity.RESIDENT, 4 * MIB,
            Sensitivity.HEAP, 64 * KIB);

    private static final Set<Sensitivity> EARLIER =
            Set.of(Sensitivity.NATIVE, Sensitivity.NATIVE_RAW, Sensitivity.RESIDENT);

    /**
     * The rule differs from the reference on purpose in two ways: even growth of native memory is no noise, and steep growth
     * of resident memory is certain sooner.
     */
    @ParameterizedTest
    @CsvSource({"simulated.csv, 22", "measured.csv, 0"})
    void shapesAreThoseOfTheReferenceButForLeaksThatAreFoundEarlier(String file, int earlier) {
        assertThat(LabelledSeries.in(file))
                .filteredOn(series -> series.judged().shape() != series.shape())
                .hasSize(earlier)
                .allMatch(series -> series.leaks() && EARLIER.contains(series.sensitivity()))
                .noneMatch(series -> series.shape().clean())
                .allMatch(LabelledSeriesTests::isCalledALeak);
    }

    @ParameterizedTest
    @ValueSource(strings = {"simulated.csv", "measured.csv"})
    void ratesAreThoseOfTheReferenceWhereNothingLeaks(String file) {
        assertThat(LabelledSeries.in(file))
                .filteredOn(series -> !isCalledALeak(series))
                .hasSizeGreaterThan(200)
                .allSatisfy(series -> assertThat(series.judged().rate()).isCloseTo(series.rate(), roundingOf(series)));
    }

    /** The last rise of a proven leak counts here, and does not in the reference. */
    @ParameterizedTest
    @CsvSource({"simulated.csv, 52", "measured.csv, 10"})
    void ratesOfLeaksAreThoseOfTheReferenceOrNearerToTheTruth(String file, int different) {
        List<LabelledSeries> nearer = LabelledSeries.in(file).stream()
                .filter(series -> series.shape() == Shape.LEAK)
                .filter(series -> Math.abs(series.judged().rate() - series.rate()) > roundingOf(series).value)
                .toList();
        assertThat(nearer).hasSize(different);
        assertThat(meanError(nearer, series -> series.judged().rate()))
                .isLessThan(meanError(nearer, LabelledSeries::rate));
    }

    private static Offset<Double> roundingOf(LabelledSeries series) {
        return within(Math.max(1, 1e-6 * Math.abs(series.rate())));
    }

    private static double meanError(List<LabelledSeries> all, ToDoubleFunction<LabelledSeries> rate) {
        return all.stream()
                .mapToDouble(series -> Math.abs(rate.applyAsDouble(series) / series.leakPerCycle() - 1))
                .average()
                .orElseThrow();
    }

    @Test
    void noCleanSimulatedSeriesIsCalledALeak() {
        assertThat(LabelledSeries.in("simulated.csv"))
                .filteredOn(series -> !series.leaks())
                .hasSizeGreaterThan(900)
                .noneMatch(LabelledSeriesTests::isCalledALeak);
    }

    @Test
    void noCleanMeasuredSeriesIsCalledALeakUnlessItsAllocatorKeepsEverything() {
        assertThat(LabelledSeries.in("measured.csv"))
                .filteredOn(series -> !series.leaks() && !series.name().startsWith("real_rss_default"))
                .hasSizeGreaterThan(200)
                .noneMatch(LabelledSeriesTests::isCalledALeak);
    }

    @Test
    void materialLeaksAreFoundOrLeftOpen() {
        List<LabelledSeries> material = LabelledSeries.in("simulated.csv").stream()
                .filter(LabelledSeriesTests::isMaterial)
                .toList();
        assertThat(material).hasSizeGreaterThan(400);
        assertThat(share(material, LabelledSeriesTests::isCalledALeak)).isGreaterThanOrEqualTo(0.85);
        assertThat(share(material, series -> series.judged().shape().clean())).isLessThanOrEqualTo(0.02);
    }

    private static boolean isMaterial(LabelledSeries series) {
        return series.leaks()
                && series.cycles() >= firstCycleOfAllRules(series.sensitivity())
                && series.leakPerCycle() >= MATERIAL.getOrDefault(series.sensitivity(), Double.POSITIVE_INFINITY);
    }

    private static int firstCycleOfAllRules(Sensitivity sensitivity) {
        int steps = sensitivity.minStepCycles();
        int trend = sensitivity.minTrendCycles();
        return trend == Sensitivity.NEVER ? steps : Math.max(steps, trend);
    }

    private static boolean isCalledALeak(LabelledSeries series) {
        return series.judged().shape() == Shape.LEAK;
    }

    private static double share(List<LabelledSeries> all, Predicate<LabelledSeries> wanted) {
        return (double) all.stream().filter(wanted).count() / all.size();
    }
}
