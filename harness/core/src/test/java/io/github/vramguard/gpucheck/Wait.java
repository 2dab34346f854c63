package io.github.vramguard.gpucheck;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** Waits for something that a driver does. */
final class Wait {

    private static final long BETWEEN_LOOKS = 10_000_000;

    private Wait() {}

    /** Looks whether it is done. */
    @FunctionalInterface
    interface Condition {
        boolean holds() throws Unreadable;
    }

    /** How long it took until a condition held; empty if it never did before the deadline. */
    static Optional<Duration> until(Condition condition, Duration deadline) throws Unreadable {
        long start = System.nanoTime();
        while (!condition.holds()) {
            if (System.nanoTime() - start > deadline.toNanos()) {
                return Optional.empty();
            }
            LockSupport.parkNanos(BETWEEN_LOOKS);
        }
        return Optional.of(Duration.ofNanos(System.nanoTime() - start));
    }

    static void pause(Duration time) throws InterruptedException {
        Thread.sleep(time.toMillis());
    }
}
