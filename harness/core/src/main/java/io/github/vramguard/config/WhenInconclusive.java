package io.github.vramguard.config;

/** What happens when the readings do not decide; {@code vramguard.inconclusive}. */
public enum WhenInconclusive {
    /** Say so in the log and in the report of the test. */
    WARN,
    /** Fail the test. */
    FAIL,
    /** Say nothing. */
    IGNORE
}
