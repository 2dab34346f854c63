package io.github.vramguard.config;

/** What is written to baselines. */
public enum BaselineUpdate {
    /** Nothing: they are only compared with. */
    NO,
    /** What is not in them yet. */
    NEW,
    /** All that was measured, and what no longer exists is removed. */
    ALL
}
