package io.github.vramguard.run;

import io.github.vramguard.verdict.Verdict;

/** What became of a measured test. */
public enum Result {
    /** Memory returns to its baseline, or stays within its budget. */
    KEPT,
    /** It does not. */
    BROKEN,
    /** It cannot be told. */
    INCONCLUSIVE,
    /** The test failed by itself, so that its memory was not judged. */
    NOT_JUDGED,
    /** The JVM ended before the test did. */
    UNFINISHED;

    static Result of(Verdict verdict) {
        if (verdict instanceof Verdict.Broken) {
            return BROKEN;
        }
        return verdict instanceof Verdict.Kept ? KEPT : INCONCLUSIVE;
    }
}
