package io.github.vramguard.verdict;

import io.github.vramguard.memory.Pool;
import java.util.List;
import java.util.Set;

/** One leak shows in several pools: it breaks the one that tells most about it, and is only noted in the others. */
final class Attribution {

    private static final Set<Pool> LEDGERS = Set.of(Pool.DIRECT, Pool.METASPACE, Pool.NATIVE);

    private Attribution() {}

    static List<PoolVerdict> of(List<PoolVerdict> pools) {
        double inLedgers = pools.stream()
                .filter(pool -> LEDGERS.contains(pool.pool()) && pool.outcome() == PoolOutcome.FAILED)
                .mapToDouble(pool -> pool.series().rate())
                .sum();
        boolean nativeIsLost = pools.stream().anyMatch(pool -> pool.pool().equals(Pool.NATIVE) && isLost(pool));
        return pools.stream()
                .map(pool -> isShareOf(inLedgers, pool) || (nativeIsLost && isUntouched(pool))
                        ? pool.with(PoolOutcome.NOT_COUNTED)
                        : pool)
                .toList();
    }

    /** Resident memory has the bytes of the ledgers in it, and pages that are freed are not always given back. */
    private static boolean isShareOf(double inLedgers, PoolVerdict pool) {
        double perCycle = pool.outcome() == PoolOutcome.FAILED
                ? pool.series().rate()
                : pool.series().growth() / Math.max(1, pool.cycles());
        return pool.pool().equals(Pool.RESIDENT) && isLost(pool) && inLedgers > 0 && inLedgers >= perCycle / 2;
    }

    private static boolean isUntouched(PoolVerdict pool) {
        return pool.pool().equals(Pool.UNTOUCHED) && isLost(pool);
    }

    private static boolean isLost(PoolVerdict pool) {
        return pool.outcome() == PoolOutcome.FAILED
                || (pool.outcome() == PoolOutcome.INCONCLUSIVE && pool.lastGap().isEmpty());
    }
}
