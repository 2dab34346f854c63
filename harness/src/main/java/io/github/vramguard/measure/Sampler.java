package io.github.vramguard.measure;

import io.github.vramguard.memory.Peaks;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.Reading;
import io.github.vramguard.memory.Snapshot;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Takes a snapshot at a fixed interval on a thread of its own, from creation until it is closed, and keeps the highest
 * reading of each pool. A peak between two snapshots is not seen.
 */
public final class Sampler implements AutoCloseable {

    private static final Duration LONGEST_JOIN = Duration.ofSeconds(5);

    private final Meter meter;
    private final Duration interval;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Map<Pool, Reading> highest = new TreeMap<>();
    private final Thread thread;
    private int snapshots;

    private Sampler(Meter meter, Duration interval) {
        this.meter = meter;
        this.interval = interval;
        this.thread = new Thread(this::sample, "vramguard-sampler");
        thread.setDaemon(true);
    }

    /**
     * Start sampling. The first snapshot is taken before this method returns.
     *
     * @param meter what to read
     * @param interval the time between two snapshots
     * @return the sampler, to be closed
     */
    public static Sampler start(Meter meter, Duration interval) {
        Sampler sampler = new Sampler(meter, interval);
        sampler.take();
        sampler.thread.start();
        return sampler;
    }

    private void sample() {
        try {
            while (!closed.await(interval.toNanos(), TimeUnit.NANOSECONDS)) {
                take();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void take() {
        Snapshot snapshot = meter.now();
        synchronized (highest) {
            snapshot.readings().forEach((pool, reading) -> highest.merge(pool, reading, Sampler::higher));
            snapshots++;
        }
    }

    private static Reading higher(Reading one, Reading other) {
        return other.amount().orElse(Long.MIN_VALUE) > one.amount().orElse(Long.MIN_VALUE) ? other : one;
    }

    /** Take a last snapshot and end the thread. A second call does nothing. */
    @Override
    public void close() {
        if (closed.getCount() > 0) {
            closed.countDown();
            take();
            join();
        }
    }

    /** The thread would otherwise be counted as one that the test left running. */
    private void join() {
        try {
            thread.join(LONGEST_JOIN.toMillis());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * What was seen so far.
     *
     * @return the highest readings
     */
    public Peaks peaks() {
        synchronized (highest) {
            return new Peaks(new TreeMap<>(highest), snapshots, interval);
        }
    }
}
