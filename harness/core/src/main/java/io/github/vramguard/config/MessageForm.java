package io.github.vramguard.config;

/** How much the message of a test says; {@code vramguard.message}. The report always has everything. */
public enum MessageForm {
    /** At most 25 lines: what explains the verdict. */
    SHORT,
    /** Every pool and every fact. */
    FULL
}
