package io.github.vramguard.verdict;

import io.github.vramguard.memory.Pool;
import java.util.Optional;

/** One part of a broken verdict. */
public sealed interface Finding {

    /**
     * Memory of a pool that does not come back.
     *
     * @param verdict the pool, its readings and their shape
     */
    record Leak(PoolVerdict verdict) implements Finding {}

    /**
     * A peak above its budget.
     *
     * @param pool the pool
     * @param peak the highest reading, in the unit of the pool
     * @param limit the budget; a peak equal to it is kept
     */
    record OverBudget(Pool pool, long peak, long limit) implements Finding {}

    /**
     * A known leak that is no longer there, so that its permission should go too.
     *
     * @param pool the pool for which it was given, or empty for all that count bytes
     * @param reason why it was given
     */
    record Cured(Optional<Pool> pool, String reason) implements Finding {}
}
