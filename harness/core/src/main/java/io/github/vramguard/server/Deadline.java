package io.github.vramguard.server;

import java.time.Duration;

/** When a step must be over, however many requests it takes. */
final class Deadline {

    private final long start = System.nanoTime();
    private final Duration whole;

    private Deadline(Duration whole) {
        this.whole = whole;
    }

    /** A deadline that begins to run. */
    static Deadline in(Duration whole) {
        return new Deadline(whole);
    }

    /** What is left of it; never 0, so that an answer that is there already is still taken. */
    Duration left() {
        Duration left = whole.minusNanos(System.nanoTime() - start);
        return left.compareTo(Duration.ofMillis(1)) < 0 ? Duration.ofMillis(1) : left;
    }

    /** How long it was in all, for messages. */
    @Override
    public String toString() {
        return whole.toMillis() + " ms";
    }
}
