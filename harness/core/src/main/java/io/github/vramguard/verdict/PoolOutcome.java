package io.github.vramguard.verdict;

import io.github.vramguard.memory.Origin.Quality;
import io.github.vramguard.memory.Pool;

/** What a pool contributes to the verdict. */
public enum PoolOutcome {
    /** Memory does not come back: the verdict is broken. */
    FAILED,
    /** Growth was seen that does not break the verdict: it is too small, explained by another pool, or allowed. */
    NOT_COUNTED,
    /** Nothing is lost. */
    PASSED,
    /** The readings do not decide it. */
    INCONCLUSIVE,
    /** Shown, never judged: the number has other memory in it too. */
    REPORTED,
    /** There are no readings. */
    UNREAD;

    boolean isJudged() {
        return this != REPORTED && this != UNREAD;
    }

    /**
     * Pages of mapped files can be dropped at any time, and a mixed number would blame the wrong one; but that of a whole
     * device is a gap once somebody else moves, and native memory has a row for it.
     */
    static boolean isOnlyShown(Pool pool, Quality quality) {
        boolean bearsOthers = pool.equals(Pool.NATIVE) || pool.isGpu();
        return pool.equals(Pool.MAPPED) || (quality == Quality.MIXED && !bearsOthers);
    }
}
