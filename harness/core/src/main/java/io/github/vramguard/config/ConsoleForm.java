package io.github.vramguard.config;

/** How much a run of tests prints on the console; {@code vramguard.console}. The report always has everything. */
public enum ConsoleForm {
    /** What is inconclusive, each warning, and one line at the end. */
    SUMMARY,
    /** One line at the end, if something has not passed. */
    QUIET,
    /** The same as {@link #SUMMARY}, and one line for each verdict. */
    VERBOSE
}
