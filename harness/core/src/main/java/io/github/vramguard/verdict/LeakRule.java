package io.github.vramguard.verdict;

import io.github.vramguard.memory.Origin.Quality;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.Reading;
import io.github.vramguard.memory.Trace;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Memory must return to its baseline: judges each pool over the cycles of a trace, and needs at least eight of them.
 *
 * <p>A leak is growth that recurs, goes on, and is never given back; growth that one early step, a bounded cache or a
 * slowing curve explains is none.
 *
 * <p>A gap repeats the reading before it, so that cycles keep their numbers. A leak can be proven in spite of gaps; that
 * nothing is lost takes complete readings. A pool that was never read is no part of the verdict.
 */
public final class LeakRule implements Rule {

    /** The fewest cycles a verdict can rest on: clean code may rise for the first six in equal steps. */
    public static final int FEWEST_CYCLES = 8;

    private final Preset preset;
    private final Map<Pool, Long> tolerances;

    private LeakRule(Preset preset, Map<Pool, Long> tolerances) {
        this.preset = preset;
        this.tolerances = Map.copyOf(tolerances);
    }

    /**
     * The rule with the tolerances that were measured for each pool.
     *
     * @return the rule
     */
    public static LeakRule standard() {
        return forgiving(Map.of());
    }

    /**
     * The rule with other tolerances for some pools.
     *
     * @param perCycle by pool, the growth in each cycle that is forgiven, in the unit of the pool
     * @return the rule
     */
    public static LeakRule forgiving(Map<Pool, Long> perCycle) {
        return with(Preset.STANDARD, perCycle);
    }

    /**
     * The rule with as much evidence as a preset asks for.
     *
     * @param preset how many cycles
     * @param perCycle by pool, the growth in each cycle that is forgiven, in the unit of the pool
     * @return the rule
     */
    public static LeakRule with(Preset preset, Map<Pool, Long> perCycle) {
        return new LeakRule(preset, perCycle);
    }

    @Override
    public Verdict judge(Trace trace) {
        return Verdict.of(Attribution.of(
                trace.pools().stream().map(pool -> judge(trace, pool)).toList()));
    }

    /**
     * Whether another cycle can change or complete the verdict. None can fill a gap.
     *
     * @param trace what was measured so far
     * @return false as soon as the verdict is certain
     */
    public boolean needsAnother(Trace trace) {
        return trace.cycles() < FEWEST_CYCLES || judge(trace).isOpen();
    }

    private PoolVerdict judge(Trace trace, Pool pool) {
        List<Reading> readings = trace.series(pool);
        if (readings.stream().allMatch(Reading.Gap.class::isInstance)) {
            return PoolVerdict.of(
                    pool, readings, SeriesVerdict.inconclusive(0, "never read", 1), PoolOutcome.UNSEEN, 0);
        }
        Quality quality = trace.quality(pool).orElse(Quality.EXACT);
        Sensitivity sensitivity = sensitivity(pool, quality);
        SeriesVerdict series = SeriesRule.judge(levels(readings), sensitivity);
        PoolVerdict verdict =
                PoolVerdict.of(pool, readings, series, PoolOutcome.UNDECIDED, excluded(sensitivity, series));
        return verdict.with(outcome(verdict, quality, sensitivity.tolerance())).knowing(trace, sensitivity.tolerance());
    }

    private Sensitivity sensitivity(Pool pool, Quality quality) {
        Sensitivity standard = Sensitivity.of(pool, quality).with(preset);
        Long tolerance = tolerances.get(pool);
        return tolerance == null ? standard : standard.withTolerance(tolerance);
    }

    private static double[] levels(List<Reading> readings) {
        double[] levels = new double[readings.size()];
        long level = readings.stream()
                .map(Reading::amount)
                .flatMapToLong(OptionalLong::stream)
                .findFirst()
                .orElseThrow();
        for (int i = 0; i < levels.length; i++) {
            level = readings.get(i).amount().orElse(level);
            levels[i] = level;
        }
        return levels;
    }

    private static double excluded(Sensitivity sensitivity, SeriesVerdict series) {
        return sensitivity.stepped() ? series.hi() : Math.max(series.hi(), sensitivity.tolerance());
    }

    private static PoolOutcome outcome(PoolVerdict verdict, Quality quality, double tolerance) {
        if (PoolOutcome.isOnlyShown(verdict.pool(), quality)) {
            return PoolOutcome.SHOWN;
        }
        boolean leaks = verdict.series().shape() == Shape.LEAK;
        if ((leaks && verdict.growsBeyond(tolerance)) || verdict.leavesBehind()) {
            return PoolOutcome.FAILED;
        }
        boolean decided = leaks || verdict.series().shape().clean();
        if (!decided || verdict.lastGap().isPresent()) {
            return PoolOutcome.UNDECIDED;
        }
        return leaks ? PoolOutcome.NOTED : PoolOutcome.PASSED;
    }
}
