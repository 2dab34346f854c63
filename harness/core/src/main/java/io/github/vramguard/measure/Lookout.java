package io.github.vramguard.measure;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Looks for short-lived processes a few times a second, on a thread of its own, until it is closed. A process that outlives its
 * parent can be recognised only if it was seen while the parent was alive.
 */
@API(status = Status.INTERNAL, since = "0.1.0")
public final class Lookout implements AutoCloseable {

    private static final Duration INTERVAL = Duration.ofMillis(200);
    private static final Duration LONGEST_JOIN = Duration.ofSeconds(5);

    private final Meter meter;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread = new Thread(this::watch, "vramguard-lookout");

    private Lookout(Meter meter) {
        this.meter = meter;
        thread.setDaemon(true);
    }

    /**
     * Begins to look.
     *
     * @param meter knows at whom
     * @return the lookout, to be closed
     */
    public static Lookout over(Meter meter) {
        Lookout lookout = new Lookout(meter);
        lookout.thread.start();
        return lookout;
    }

    private void watch() {
        try {
            while (!closed.await(INTERVAL.toMillis(), TimeUnit.MILLISECONDS)) {
                meter.look();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** End the thread. A second call does nothing. */
    @Override
    public void close() {
        closed.countDown();
        try {
            thread.join(LONGEST_JOIN.toMillis());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
