package io.github.vramguard.rule;

import io.github.vramguard.memory.Origin.Quality;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.Reading;
import io.github.vramguard.memory.Trace;
import io.github.vramguard.verdict.PoolOutcome;
import io.github.vramguard.verdict.PoolVerdict;
import io.github.vramguard.verdict.Preset;
import io.github.vramguard.verdict.SeriesVerdict;
import io.github.vramguard.verdict.Shape;
import io.github.vramguard.verdict.Verdict;
import java.util.List;
import java.util.Map;

/**
 * Memory must return to its baseline: judges each pool over the cycles of a trace, and needs at least eight of them.
 *
 * <p>A leak is growth that recurs, continues and is never released. Growth that one early step, a bounded cache or a
 * slowing curve explains is not a leak.
 *
 * <p>A gap repeats the reading before it, so that the numbers of cycles do not change. A leak can be proven in spite of gaps,
 * but only complete readings can pass. A pool that was never read is not part of the verdict.
 */
public final class LeakRule implements Rule {

    private final Preset preset;
    private final Map<Pool, Long> tolerances;

    private LeakRule(Preset preset, Map<Pool, Long> tolerances) {
        this.preset = preset;
        this.tolerances = Map.copyOf(tolerances);
    }

    /**
     * Returns the rule with the preset {@code standard} and the tolerances that were measured for each pool.
     *
     * @return the rule
     */
    public static LeakRule standard() {
        return with(Preset.STANDARD, Map.of());
    }

    /**
     * Returns the rule with as much evidence as a preset requires.
     *
     * @param preset how many cycles
     * @param perCycle by pool, the growth per cycle that is tolerated, in the unit of the pool
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

    private PoolVerdict judge(Trace trace, Pool pool) {
        Quality quality = trace.quality(pool).orElse(Quality.EXACT);
        PoolVerdict verdict = judge(pool, quality, NeverRead.declared(trace, pool));
        return verdict.outcome() != PoolOutcome.UNREAD && PoolOutcome.isOnlyReported(pool, quality)
                ? verdict.with(PoolOutcome.REPORTED)
                : verdict.knowing(trace, sensitivity(pool, quality).tolerance());
    }

    /**
     * Judges the readings of one pool, even if a trace only reports it.
     *
     * @param pool the pool
     * @param quality whether the readings include other memory
     * @param readings the settled readings, the first before the first cycle
     * @return the verdict on the pool
     */
    public PoolVerdict judge(Pool pool, Quality quality, List<Reading> readings) {
        Sensitivity sensitivity = sensitivity(pool, quality);
        if (readings.stream().allMatch(Reading.Gap.class::isInstance)) {
            SeriesVerdict unread = SeriesVerdict.inconclusive(0, "never read");
            return PoolVerdict.of(pool, readings, unread, NeverRead.outcome(readings), 0);
        }
        SeriesVerdict series = QuietCycles.complete(CountedLevels.of(readings), sensitivity);
        PoolVerdict verdict =
                PoolVerdict.of(pool, readings, series, PoolOutcome.INCONCLUSIVE, excluded(sensitivity, series));
        return verdict.with(outcome(verdict, sensitivity.tolerance()));
    }

    /**
     * Returns the number of cycles that prove any leak of a pool that is beyond its tolerance.
     *
     * @param pool the pool
     * @param quality whether the readings include other memory
     * @return the number before which such a leak may be inconclusive
     */
    public int cyclesToProve(Pool pool, Quality quality) {
        Sensitivity sensitivity = sensitivity(pool, quality);
        return Math.min(sensitivity.minStepCycles(), sensitivity.minTrendCycles());
    }

    private Sensitivity sensitivity(Pool pool, Quality quality) {
        Sensitivity standard = Sensitivity.of(pool, quality).with(preset);
        Long tolerance = tolerances.get(pool);
        return tolerance == null ? standard : standard.withTolerance(tolerance);
    }

    private static double excluded(Sensitivity sensitivity, SeriesVerdict series) {
        return sensitivity.stepped()
                ? series.slope().most()
                : Math.max(series.slope().most(), sensitivity.tolerance());
    }

    private static PoolOutcome outcome(PoolVerdict verdict, double tolerance) {
        boolean leaks = verdict.series().shape() == Shape.LEAK;
        if ((leaks && verdict.growsBeyond(tolerance)) || verdict.hasResidual()) {
            return PoolOutcome.FAILED;
        }
        boolean decided = leaks || verdict.series().shape().clean();
        if (!decided || verdict.lastGap().isPresent()) {
            return PoolOutcome.INCONCLUSIVE;
        }
        return leaks ? PoolOutcome.NOT_COUNTED : PoolOutcome.PASSED;
    }
}
