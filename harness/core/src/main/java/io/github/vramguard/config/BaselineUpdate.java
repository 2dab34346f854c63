package io.github.vramguard.config;

/** What a run writes to its baseline. */
public enum BaselineUpdate {
    /** Nothing: compare only. */
    NO,
    /** What is missing in it. */
    NEW,
    /** All that was measured; tests that no longer exist are removed. */
    ALL
}
