package io.github.vramguard.run;

import io.github.vramguard.verdict.Verdict;

/** The verdict on a test as it is recorded, or why there is none. */
public enum Result {
    /** Memory returns to its baseline, or stays within its budget. */
    PASSED,
    /** It does not. */
    FAILED,
    /** The measurements allow no verdict. */
    INCONCLUSIVE,
    /** The test failed by itself, so that its memory was not judged. */
    NOT_JUDGED,
    /** The JVM ended before the test did. */
    UNFINISHED;

    /**
     * Returns the result of a verdict.
     *
     * @param verdict the verdict
     * @return passed, failed or inconclusive
     */
    public static Result of(Verdict verdict) {
        if (verdict instanceof Verdict.Failed) {
            return FAILED;
        }
        return verdict instanceof Verdict.Passed ? PASSED : INCONCLUSIVE;
    }
}
