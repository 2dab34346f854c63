package io.github.vramguard.rule;

import io.github.vramguard.memory.Pool;
import io.github.vramguard.verdict.PoolOutcome;
import io.github.vramguard.verdict.PoolVerdict;
import java.util.List;
import java.util.Set;

/** One leak shows in several pools: it counts in the most specific one, and not in the others. */
final class Attribution {

    private static final Set<Pool> ACCOUNTED = Set.of(Pool.DIRECT, Pool.METASPACE, Pool.NATIVE);

    private Attribution() {}

    static List<PoolVerdict> of(List<PoolVerdict> pools) {
        double accounted = pools.stream()
                .filter(pool -> ACCOUNTED.contains(pool.pool()) && pool.outcome() == PoolOutcome.FAILED)
                .mapToDouble(pool -> pool.series().rate())
                .sum();
        boolean nativeIsLost = pools.stream().anyMatch(pool -> pool.pool().equals(Pool.NATIVE) && isLost(pool));
        return pools.stream()
                .map(pool -> isShareOf(accounted, pool) || (nativeIsLost && isUntouched(pool))
                        ? pool.with(PoolOutcome.NOT_COUNTED)
                        : pool)
                .toList();
    }

    /** Resident memory includes the bytes of pools with exact accounting, and freed pages are not always returned. */
    private static boolean isShareOf(double accounted, PoolVerdict pool) {
        double perCycle = pool.outcome() == PoolOutcome.FAILED
                ? pool.series().rate()
                : pool.series().growth() / Math.max(1, pool.cycles());
        return pool.pool().equals(Pool.RESIDENT) && isLost(pool) && accounted > 0 && accounted >= perCycle / 2;
    }

    private static boolean isUntouched(PoolVerdict pool) {
        return pool.pool().equals(Pool.UNTOUCHED) && isLost(pool);
    }

    private static boolean isLost(PoolVerdict pool) {
        return pool.outcome() == PoolOutcome.FAILED
                || (pool.outcome() == PoolOutcome.INCONCLUSIVE && pool.lastGap().isEmpty());
    }
}
