package io.github.vramguard.config;

/** What an inconclusive verdict does; {@code vramguard.inconclusive}. */
public enum WhenInconclusive {
    /** Write a warning to the log and to the report of the test. */
    WARN,
    /** Fail the test. */
    FAIL,
    /** Write nothing to the log. */
    IGNORE
}
