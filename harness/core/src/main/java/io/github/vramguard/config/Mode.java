package io.github.vramguard.config;

/** What happens with verdicts; {@code vramguard.mode}. */
public enum Mode {
    /** A broken verdict fails the test. */
    ENFORCE,
    /** Measure and tell, but never fail. */
    REPORT,
    /** Do not measure. */
    OFF
}
