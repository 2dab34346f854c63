package io.github.vramguard.config;

/** What happens when a pool that was requested by name cannot be read; {@code vramguard.unavailable}. */
public enum WhenUnavailable {
    /** Skip the test, with the reason. */
    SKIP,
    /** Fail the test, with the reason. */
    FAIL,
    /** Run the test without that pool. */
    IGNORE
}
