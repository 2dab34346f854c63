package io.github.vramguard.rule;

import io.github.vramguard.memory.FirstUses;
import io.github.vramguard.memory.Origin.Quality;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.Reading;
import io.github.vramguard.memory.Trace;
import io.github.vramguard.verdict.PoolOutcome;
import io.github.vramguard.verdict.PoolVerdict;
import io.github.vramguard.verdict.SeriesVerdict;
import io.github.vramguard.verdict.Shape;
import io.github.vramguard.verdict.Slope;
import io.github.vramguard.verdict.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Memory must return to its baseline after one run: compares the last level of a trace with the first.
 *
 * <p>One run cannot distinguish a leak from the cost of a first use, such as a GPU context, loaded classes or the tables of a
 * library. A residual that a first use can explain makes the verdict inconclusive; a larger one fails it, and so does one of a run
 * that used nothing for the first time.
 */
public final class OneRunRule implements Rule {

    private final Map<Pool, Long> tolerances;

    private OneRunRule(Map<Pool, Long> tolerances) {
        this.tolerances = Map.copyOf(tolerances);
    }

    /**
     * Returns the rule with the tolerances that were measured for each pool.
     *
     * @return the rule
     */
    public static OneRunRule standard() {
        return new OneRunRule(Map.of());
    }

    /**
     * Returns the rule with higher tolerances for some pools.
     *
     * @param tolerances by pool, the residual that is tolerated at least, in the unit of the pool
     * @return the rule
     */
    public static OneRunRule forgiving(Map<Pool, Long> tolerances) {
        return new OneRunRule(tolerances);
    }

    /**
     * Judges the last level against the first.
     *
     * @param trace settled levels; those in between are ignored
     * @return the verdict
     * @throws IllegalArgumentException if there are not two levels
     */
    @Override
    public Verdict judge(Trace trace) {
        if (trace.cycles() < 1) {
            throw new IllegalArgumentException("one run has a level before it and one after it; this trace has "
                    + trace.levels().size());
        }
        FirstUses uses = FirstUses.in(trace);
        return Verdict.of(
                trace.pools().stream().map(pool -> judge(trace, pool, uses)).toList());
    }

    /**
     * Returns the residual that passes: what clean code leaves in a pool once it is warm, or the given tolerance if that is
     * more.
     *
     * @param pool the pool
     * @return an amount in the unit of the pool
     */
    public long tolerated(Pool pool) {
        return Math.max(OneRunTolerance.warm(pool), tolerances.getOrDefault(pool, 0L));
    }

    private PoolVerdict judge(Trace trace, Pool pool, FirstUses uses) {
        List<Reading> series = NeverRead.declared(trace, pool);
        Reading before = series.get(0);
        Reading after = series.get(trace.cycles());
        Optional<Quality> quality = trace.quality(pool);
        OneRunTolerance tolerance = OneRunTolerance.of(pool, quality.orElse(Quality.EXACT), before, uses)
                .atLeast(tolerances.getOrDefault(pool, 0L));
        OptionalLong residual = after.minus(before);
        long growth = residual.orElse(0);
        PoolVerdict verdict = PoolVerdict.of(
                pool,
                List.of(before, after),
                ofOneRun(growth, trace.cycles(), tolerance.explanation(pool, growth)),
                outcome(quality, pool, List.of(before, after), residual, tolerance),
                (double) tolerance.firstUse());
        return verdict.hasResidual()
                ? verdict.with(PoolOutcome.FAILED)
                : verdict.knowing(trace, (double) tolerance.warm());
    }

    private static SeriesVerdict ofOneRun(long residual, int cycles, String detail) {
        double rate = (double) residual / cycles;
        return SeriesVerdict.of(Shape.INCONCLUSIVE, Slope.exactly(rate), (double) residual, detail);
    }

    private static PoolOutcome outcome(
            Optional<Quality> quality,
            Pool pool,
            List<Reading> readings,
            OptionalLong residual,
            OneRunTolerance tolerance) {
        if (readings.stream().allMatch(Reading.Gap.class::isInstance)) {
            return NeverRead.outcome(readings);
        }
        if (quality.filter(known -> PoolOutcome.isOnlyReported(pool, known)).isPresent()) {
            return PoolOutcome.REPORTED;
        }
        return residual.isPresent() ? outcome(tolerance, residual.getAsLong()) : PoolOutcome.INCONCLUSIVE;
    }

    private static PoolOutcome outcome(OneRunTolerance tolerance, long residual) {
        if (residual <= tolerance.warm()) {
            return PoolOutcome.PASSED;
        }
        return residual <= tolerance.firstUse() ? PoolOutcome.INCONCLUSIVE : PoolOutcome.FAILED;
    }
}
