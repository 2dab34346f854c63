package io.github.vramguard.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuietCyclesTests {

    private static final double MIB = 1 << 20;

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "the first cycle,                      300,                 7",
        "quiet since the second cycle,         300 0*4,             3",
        "quiet since a step,                   300 0*7 50 0*5,      1",
        "quiet for two cycles,                 300 0*7 50 0*2,      4",
        "one cycle before the end,             300 0*6,             1",
        "rises in the last cycle,              300 0*4 50,          6",
        "decided,                              300 0*8,             "
    })
    void exactLevels(String story, String moves, Integer cycles) {
        assertThat(needed(moves, Sensitivity.VRAM))
                .isEqualTo(cycles == null ? OptionalInt.empty() : OptionalInt.of(cycles));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"300 2148*7", "300 0*6", "300 30 -29 41 -40 30 -35 38 -20", "300 90 64 52 45 40 37 34 32 30"})
    void areUnknownWhereLevelsAreNoisy(String moves) {
        assertThat(needed(moves, Sensitivity.RESIDENT)).isEmpty();
    }

    private static OptionalInt needed(String moves, Sensitivity sensitivity) {
        return QuietCycles.complete(Written.moves(0, MIB, moves), sensitivity).need();
    }

    @Test
    void wasRightInTheLabelledSeriesThatStayedWhereTheyWere() {
        List<Integer> errors = Stream.of("simulated.csv", "measured.csv")
                .flatMap(file -> LabelledSeries.in(file).stream())
                .filter(series -> series.sensitivity().stepped())
                .flatMap(series -> IntStream.range(1, series.cycles())
                        .mapToObj(series::after)
                        .flatMap(open -> error(open, series).stream().boxed()))
                .toList();

        assertThat(errors).hasSizeGreaterThan(1_000).containsOnly(0);
    }

    /** The condition matters: in every fourth case, levels move before. */
    @Test
    void isNoForecastOfWhenTheVerdictComes() {
        List<Boolean> right = LabelledSeries.in("simulated.csv").stream()
                .filter(series -> series.sensitivity().stepped())
                .flatMap(series -> IntStream.range(1, series.cycles())
                        .mapToObj(series::after)
                        .flatMap(open -> isNearlyRight(open, series).stream()))
                .toList();

        assertThat(right).hasSizeGreaterThan(4_000);
        double share = right.stream().mapToInt(each -> each ? 1 : 0).average().orElseThrow();
        assertThat(share).isCloseTo(0.76, within(0.005));
    }

    @Test
    void theMeasuredSeriesAreOfNoisyPools() {
        assertThat(LabelledSeries.in("measured.csv"))
                .noneMatch(series -> series.sensitivity().stepped());
    }

    /** Within a factor of 1.5; empty if nothing was foreseen, or if the series ends before. */
    private static Optional<Boolean> isNearlyRight(LabelledSeries open, LabelledSeries all) {
        OptionalInt need =
                QuietCycles.complete(open.levels(), open.sensitivity()).need();
        OptionalInt actual = IntStream.rangeClosed(open.cycles() + 1, all.cycles())
                .filter(cycles -> all.after(cycles).judged().shape().certain())
                .map(cycles -> cycles - open.cycles())
                .findFirst();
        if (need.isEmpty() || (actual.isEmpty() && open.cycles() + need.getAsInt() > all.cycles())) {
            return Optional.empty();
        }
        double ratio = (double) need.getAsInt() / actual.orElse(Integer.MAX_VALUE);
        return Optional.of(ratio <= 1.5 && 1 / ratio <= 1.5);
    }

    /** By how many cycles it was wrong; empty if nothing was foreseen, or if levels moved in the meantime. */
    private static OptionalInt error(LabelledSeries open, LabelledSeries all) {
        OptionalInt need =
                QuietCycles.complete(open.levels(), open.sensitivity()).need();
        int end = open.cycles() + need.orElse(all.cycles());
        if (end > all.cycles() || moved(all, open.cycles(), end)) {
            return OptionalInt.empty();
        }
        return IntStream.rangeClosed(open.cycles() + 1, end)
                .filter(cycles -> all.after(cycles).judged().shape().certain())
                .map(cycles -> end - cycles)
                .findFirst();
    }

    private static boolean moved(LabelledSeries series, int from, int to) {
        double level = series.levels()[from];
        double most = series.sensitivity().granule() / 2;
        return IntStream.rangeClosed(from, to).anyMatch(cycle -> Math.abs(series.levels()[cycle] - level) > most);
    }
}
