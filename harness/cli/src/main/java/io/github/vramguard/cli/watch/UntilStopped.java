package io.github.vramguard.cli.watch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A steady pace until the user stops the process, which then waits for its last lines to be written. */
final class UntilStopped implements Pace, AutoCloseable {

    private static final long PATIENCE_MILLIS = 2_000;

    private final Clock clock;
    private final Duration interval;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final CountDownLatch done = new CountDownLatch(1);
    private final Thread hook;
    private Instant due;

    /**
     * Begins now.
     *
     * @param clock the time
     * @param interval between two readings
     * @param lastResort what to do if the last lines are not written in time
     */
    UntilStopped(Clock clock, Duration interval, Runnable lastResort) {
        this.clock = clock;
        this.interval = interval;
        this.due = clock.instant();
        this.hook = new Thread(
                () -> {
                    stop();
                    await(done, Duration.ofMillis(PATIENCE_MILLIS));
                    lastResort.run();
                },
                "vramguard-stop");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Readings that were missed, because one took long or the machine slept, are left out. */
    @Override
    public Optional<Instant> next() {
        Instant now = clock.instant();
        boolean stopped = await(stop, Duration.between(now, due));
        due = (due.isBefore(now) ? now : due).plus(interval);
        return stopped ? Optional.empty() : Optional.of(clock.instant());
    }

    void stop() {
        stop.countDown();
    }

    private static boolean await(CountDownLatch latch, Duration time) {
        try {
            return latch.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    @Override
    public void close() {
        done.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException itRunsAlready) {
            stop();
        }
    }
}
