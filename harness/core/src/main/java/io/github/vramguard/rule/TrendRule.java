package io.github.vramguard.rule;

import java.util.Optional;
import java.util.stream.IntStream;

/** Rule B: a straight line that beats every shape that levels off, all along the run and up to its end. */
final class TrendRule {

    /** Odds of about 55 to 1. */
    private static final double DECISIVE_GAIN = 8;

    private static final int PARTS = 5;
    private static final double FAIR_SHARE = 0.3;
    private static final double UNSLOWED = 0.9;

    private TrendRule() {}

    /** The trend of a leak in the levels after each cycle. */
    static Optional<Trend> in(Levels levels, Sensitivity sensitivity) {
        boolean isLong = levels.size() >= sensitivity.minTrendCycles();
        if (!isLong && levels.size() < sensitivity.minSteepCycles()) {
            return Optional.empty();
        }
        Levels calm = withCalmEnd(levels);
        if (!risesSteadily(calm) || !endsAtNewHigh(calm)) {
            return Optional.empty();
        }
        return Optional.of(Trend.of(calm, new Regression(calm, sensitivity.resolution())))
                .filter(trend -> trend.gain() >= DECISIVE_GAIN && trend.lo() >= sensitivity.tolerance())
                .filter(trend -> isLong || isSteep(trend, levels, sensitivity));
    }

    /** Each cycle after the warm-up brings at least half of what the line says, which is a step, and it does not slow down. */
    private static boolean isSteep(Trend trend, Levels levels, Sensitivity sensitivity) {
        Levels moves = levels.from(sensitivity.warmup() - 1).moves();
        int half = moves.size() / 2;
        return trend.lo() >= sensitivity.granule()
                && moves.min() >= trend.rate() / 2
                && moves.tail(half).mean()
                        >= UNSLOWED * moves.head(moves.size() - half).mean();
    }

    /** A last level that jumps twice as far as any of the second half is not yet believed. */
    private static Levels withCalmEnd(Levels levels) {
        int end = levels.size() - 1;
        double usual = levels.between(levels.size() / 2, end).distances().max();
        double before = levels.at(end - 1);
        return Math.abs(levels.last() - before) > 2 * usual ? levels.withLast(before) : levels;
    }

    /** Every fifth of the run, the first cycle left out, brings a fair share of the growth. */
    private static boolean risesSteadily(Levels levels) {
        Levels parts = Levels.of(IntStream.range(0, PARTS)
                .mapToDouble(part -> part(levels.from(1), part).median())
                .toArray());
        double average = (parts.last() - parts.at(0)) / (PARTS - 1);
        return average > 0 && parts.moves().min() >= FAIR_SHARE * average;
    }

    private static Levels part(Levels levels, int part) {
        int size = levels.size() / PARTS;
        int larger = levels.size() % PARTS;
        return levels.between(part * size + Math.min(part, larger), (part + 1) * size + Math.min(part + 1, larger));
    }

    private static boolean endsAtNewHigh(Levels levels) {
        int third = Math.max(2, levels.size() / 3);
        return levels.tail(third).median() > levels.head(third).max();
    }
}
