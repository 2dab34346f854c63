package io.github.vramguard.server;

import java.time.Duration;

/** Deadlines of tests that wait for one to pass. */
final class Soon {

    private static final Duration PLENTY = Duration.ofMinutes(1);
    private static final Duration SOON = Duration.ofMillis(150);

    /** The request itself has to be answered in this time, and the first of a client takes long. */
    private static final Duration ANSWERED_BEFORE = Duration.ofSeconds(1);

    private Soon() {}

    /** The server has to answer soon. */
    static Deadlines everything() {
        return new Deadlines(SOON, SOON, SOON, SOON);
    }

    /** The server answers whenever it likes, and has to load and unload soon. */
    static Deadlines loadAndUnload() {
        return new Deadlines(ANSWERED_BEFORE, ANSWERED_BEFORE, PLENTY, PLENTY);
    }
}
