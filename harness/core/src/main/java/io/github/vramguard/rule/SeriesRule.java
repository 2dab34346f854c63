package io.github.vramguard.rule;

import io.github.vramguard.verdict.SeriesVerdict;
import io.github.vramguard.verdict.Shape;
import io.github.vramguard.verdict.Slope;
import io.github.vramguard.verdict.Step;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Decides whether one pool returns to its baseline.
 *
 * <p>A leak is proven by recurrent steps or by a trend; the first cycles are no evidence, because clean code fills its
 * caches then. Below 8 cycles no verdict is possible. The tolerance of the sensitivity applies to trends: whether
 * recurrent steps are material is decided by the caller.
 */
public final class SeriesRule {

    private static final int FEWEST_CYCLES = 3;

    private SeriesRule() {}

    /**
     * Judges one series.
     *
     * @param levels the level before the first cycle, then the level after each, in the unit of the pool
     * @param sensitivity how fine they are, and how much evidence a leak takes
     * @return what they show
     * @throws IllegalArgumentException if there is no level, or one is not a finite number
     */
    public static SeriesVerdict judge(double[] levels, Sensitivity sensitivity) {
        if (levels.length == 0 || !Arrays.stream(levels).allMatch(Double::isFinite)) {
            throw new IllegalArgumentException("Not a series of levels: " + Arrays.toString(levels));
        }
        Levels series = Levels.of(levels);
        int cycles = series.size() - 1;
        if (cycles < FEWEST_CYCLES) {
            return SeriesVerdict.inconclusive(series.last() - series.at(0), sensitivity.whyTooFew(cycles));
        }
        return leak(series, sensitivity)
                .orElseGet(() -> sensitivity.stepped()
                        ? SteppedSeries.judge(series, sensitivity)
                        : SlopedSeries.judge(series, sensitivity));
    }

    /** A leak in the whole run, or in what came after a lasting drop. */
    private static Optional<SeriesVerdict> leak(Levels series, Sensitivity sensitivity) {
        double smallest = sensitivity.smallestStepIn(series.from(sensitivity.warmup()));
        return IntStream.of(0, LastingDrop.lastLevelBefore(series, smallest))
                .distinct()
                .mapToObj(start -> leakFrom(start, series.from(start), smallest, sensitivity))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<SeriesVerdict> leakFrom(
            int start, Levels series, double smallest, Sensitivity sensitivity) {
        return RecurrentSteps.in(series, smallest, sensitivity)
                .map(window -> leakBySteps(start, window))
                .or(() -> leakByTrend(series.from(1), sensitivity));
    }

    private static SeriesVerdict leakBySteps(int start, StepWindow window) {
        double rate = window.growth() / window.cycles();
        int reference = start + window.reference();
        List<Step> steps =
                window.steps().stream().map(step -> step.later(reference)).toList();
        String since = reference == window.sensitivity().warmup() ? "warm-up" : "cycle " + reference;
        String detail = "recurrent steps in " + steps.size() + " of " + window.cycles() + " cycles after " + since;
        return new SeriesVerdict(
                Shape.LEAK, Slope.exactly(rate), window.growth(), steps, 0, detail, OptionalInt.empty());
    }

    private static Optional<SeriesVerdict> leakByTrend(Levels cycles, Sensitivity sensitivity) {
        return TrendRule.in(cycles, sensitivity).map(trend -> {
            String detail = String.format(
                    Locale.ROOT,
                    "a straight line fits better than %s, by %.1f BIC",
                    trend.bounded().basis().shape(),
                    trend.gain());
            return SeriesVerdict.of(
                    Shape.LEAK, new Slope(trend.rate(), trend.lo(), trend.hi()), cycles.growth(), detail);
        });
    }
}
