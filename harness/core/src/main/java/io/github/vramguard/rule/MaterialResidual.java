package io.github.vramguard.rule;

import io.github.vramguard.memory.Pool;
import io.github.vramguard.verdict.PoolVerdict;
import java.util.OptionalLong;

/**
 * Memory above the baseline that a user must hear of. A series passes when growth has ended, however much it was; a single run
 * passes only with so much that memory is back. The second is what "returns to its baseline" means, so that it is also the most
 * that a series can leave without a word.
 */
public final class MaterialResidual {

    private static final OneRunRule ONE_RUN = OneRunRule.standard();

    private MaterialResidual() {}

    /**
     * Returns the residual of a pool if it is more than a single run would pass with.
     *
     * @param pool the pool and its readings
     * @return the last level minus the first, in bytes; empty if that is little, unknown, or a count
     */
    public static OptionalLong of(PoolVerdict pool) {
        boolean isMaterial =
                pool.pool().unit() == Pool.Unit.BYTES && pool.residual().orElse(0) > ONE_RUN.tolerated(pool.pool());
        return isMaterial ? pool.residual() : OptionalLong.empty();
    }
}
