package io.github.vramguard.config;

/** What a verdict does; {@code vramguard.mode}. */
public enum Mode {
    /** A failed verdict fails the test. */
    ENFORCE,
    /** Measure and report, but never fail. */
    REPORT,
    /** Do not measure. */
    OFF
}
