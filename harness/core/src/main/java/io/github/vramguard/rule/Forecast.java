package io.github.vramguard.rule;

import io.github.vramguard.verdict.SeriesVerdict;
import io.github.vramguard.verdict.Shape;
import java.util.Arrays;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How many more cycles the verdict on a series needs: the rule judges what may come. Levels may go on as in the second half or
 * the last third of the run, slow down, or stay where they are. Only what all of these agree on is foreseen. Straight growth is
 * taken to go on.
 *
 * @param levels the level before the first cycle, then the level after each
 * @param sensitivity what they are judged with
 */
record Forecast(Levels levels, Sensitivity sensitivity) {

    /** Beyond that, nothing can be foreseen. */
    private static final int MOST_CYCLES = 5;

    /** Exact levels show as early as that how they go on. */
    private static final int FEWEST_CYCLES = 5;

    private static final double AGREEMENT = 1.5;
    private static final double SLOWING = 0.75;

    /** Judges a series, and foresees how many more cycles it needs. */
    static SeriesVerdict complete(double[] levels, Sensitivity sensitivity) {
        SeriesVerdict verdict = SeriesRule.judge(levels, sensitivity);
        return verdict.shape().certain()
                ? verdict
                : verdict.needing(new Forecast(Levels.of(levels), sensitivity).furtherCycles());
    }

    private OptionalInt furtherCycles() {
        int cycles = levels.size() - 1;
        if (cycles < (sensitivity.stepped() ? FEWEST_CYCLES : sensitivity.fewestCycles())) {
            return OptionalInt.empty();
        }
        int half = Math.max(cycles / 2, Math.min(cycles - 2, sensitivity.cleanCycles()));
        List<Outcome> ongoing = outcomes(new Continuation(half, 1), new Continuation(Math.max(2, cycles / 3), 1));
        OptionalInt foreseen = agreed(ongoing.stream());
        return foreseen.isEmpty() || (isStraight() && ongoing.stream().allMatch(Outcome::isLeak))
                ? foreseen
                : agreed(Stream.concat(
                        ongoing.stream(),
                        outcomes(new Continuation(half, SLOWING), new Continuation(half, 0)).stream()));
    }

    private boolean isStraight() {
        Levels after = levels.from(1);
        return !sensitivity.stepped()
                && Trend.of(after, new Regression(after, sensitivity.resolution()))
                        .isStraight();
    }

    private List<Outcome> outcomes(Continuation... courses) {
        return Arrays.stream(courses).map(this::outcome).toList();
    }

    private Outcome outcome(Continuation course) {
        double[] all = course.of(levels.toArray(), MOST_CYCLES);
        return IntStream.rangeClosed(1, MOST_CYCLES)
                .mapToObj(further -> new Outcome(
                        further,
                        SeriesRule.judge(Arrays.copyOf(all, levels.size() + further), sensitivity)
                                .shape()))
                .filter(outcome -> outcome.shape().certain())
                .findFirst()
                .orElse(Outcome.UNFORESEEN);
    }

    private static OptionalInt agreed(Stream<Outcome> outcomes) {
        IntSummaryStatistics cycles = outcomes.mapToInt(Outcome::cycles).summaryStatistics();
        return cycles.getMax() <= MOST_CYCLES && cycles.getMax() <= AGREEMENT * cycles.getMin()
                ? OptionalInt.of((int) Math.round(Math.sqrt((double) cycles.getMin() * cycles.getMax())))
                : OptionalInt.empty();
    }

    private record Outcome(int cycles, Shape shape) {

        static final Outcome UNFORESEEN = new Outcome(Integer.MAX_VALUE, Shape.INCONCLUSIVE);

        boolean isLeak() {
            return shape == Shape.LEAK;
        }
    }
}
