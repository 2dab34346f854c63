package io.github.vramguard.verdict;

import io.github.vramguard.memory.Origin.Quality;
import io.github.vramguard.memory.Pool;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * What a pool contributes to the verdict: the three results of a verdict, and pools that have no part in it.
 *
 * @since 0.1.0
 */
@API(status = Status.MAINTAINED, since = "0.1.0")
public enum PoolOutcome {
    /** Memory does not return: the verdict has failed. */
    FAILED,
    /** Growth that does not fail the verdict: it is too small, explained by another pool, or permitted. */
    NOT_COUNTED,
    /** Memory returns. */
    PASSED,
    /** The readings do not decide it. */
    INCONCLUSIVE,
    /** Reported, not enforced: the number includes other memory. */
    REPORTED,
    /** There are no readings. */
    UNREAD;

    boolean isJudged() {
        return this != REPORTED && this != UNREAD;
    }

    /**
     * Pages of mapped files can be dropped at any time, and a mixed number includes growth of others. Two mixed numbers are
     * enforced all the same: that of a whole device is a gap once another process moves, and native memory has a sensitivity
     * for it.
     */
    public static boolean isOnlyReported(Pool pool, Quality quality) {
        boolean isEnforced = pool.equals(Pool.NATIVE) || pool.isGpu();
        return pool.equals(Pool.MAPPED) || (quality == Quality.MIXED && !isEnforced);
    }
}
