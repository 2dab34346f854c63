package io.github.vramguard.measure;

import io.github.vramguard.memory.Peak;
import io.github.vramguard.memory.Peaks;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.Program;
import io.github.vramguard.memory.Reading;
import io.github.vramguard.memory.Reading.DeviceBytes;
import io.github.vramguard.memory.Snapshot;
import io.github.vramguard.memory.Trace;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.jspecify.annotations.Nullable;

/**
 * Follows the peak of each pool on a thread of its own, from creation until it is closed. It samples at a fixed interval.
 * Readings that disturb other processes are taken twice a second, and in between the memory in use of the device stands in for
 * that of the target. A peak between two samples is not seen, unless the driver records it.
 */
@API(status = Status.INTERNAL, since = "0.1.0")
public final class Sampler implements AutoCloseable {

    private static final Duration LONGEST_JOIN = Duration.ofSeconds(5);

    /** A list of processes takes a lock of the driver, and waiting for that stalls whoever works on the device. */
    private static final Duration BETWEEN_READINGS = Duration.ofMillis(500);

    private final Meter meter;
    private final Duration interval;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Map<Pool, PoolPeak> peaks = new TreeMap<>();
    private final Set<Program> programs = new LinkedHashSet<>();
    private final ThinnedTrace course;
    private final Consumer<Trace> listener;
    private final Map<Pool, Reading> recordsBefore;
    private final Thread thread;
    private Map<Pool, Reading> records;
    private volatile long lastReading;
    private int samples;

    private Sampler(Meter meter, Duration interval, Consumer<Trace> listener) {
        this.meter = meter;
        this.interval = interval;
        this.listener = listener;
        this.course = new ThinnedTrace(meter.trace());
        this.recordsBefore = meter.peak();
        this.records = recordsBefore;
        this.thread = new Thread(this::sample, "vramguard-sampler");
        thread.setDaemon(true);
    }

    /**
     * Starts sampling, and reports now and then what was seen so far. The first reading is taken before this method returns.
     *
     * @param meter what to read
     * @param interval the time between two samples
     * @param listener receives the trace at once, and then whenever it has about doubled, or another minute has passed; called
     *     by the thread that samples
     * @return the sampler, to be closed
     */
    public static Sampler start(Meter meter, Duration interval, Consumer<Trace> listener) {
        Sampler sampler = new Sampler(meter, interval, listener);
        sampler.look(true);
        sampler.thread.start();
        return sampler;
    }

    private void sample() {
        try {
            while (!closed.await(interval.toNanos(), TimeUnit.NANOSECONDS)) {
                look(System.nanoTime() - lastReading >= BETWEEN_READINGS.toNanos());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Where the fast reading is already the target's own, no further reading is needed. */
    private synchronized void look(boolean closely) {
        samples++;
        Map<Pool, Reading> readFast = meter.readFast();
        if (closely && readFast.values().stream().anyMatch(DeviceBytes.class::isInstance)) {
            Map<Pool, Reading> own = meter.now().readings();
            Map<Pool, Reading> after = meter.readFast();
            readFast.forEach((pool, reading) -> take(pool, reading, own.get(pool), after.get(pool)));
        } else {
            readFast.forEach((pool, reading) -> peakOf(pool).readFast(reading));
        }
        if (closely) {
            programs.addAll(meter.programs());
            extend();
            lastReading = System.nanoTime();
        }
    }

    private void extend() {
        SortedMap<Pool, Reading> since = new TreeMap<>();
        peaks.forEach((pool, peak) -> since.put(pool, peak.sinceLastAsked()));
        course.add(Snapshot.momentary(Instant.now(), since));
        if (course.hasDoubled()) {
            listener.accept(course.trace());
        }
    }

    private void take(Pool pool, Reading before, @Nullable Reading own, @Nullable Reading after) {
        if (before instanceof DeviceBytes device && own != null && after != null) {
            peakOf(pool).read(device, own, after);
        } else {
            peakOf(pool).readFast(before);
        }
    }

    private PoolPeak peakOf(Pool pool) {
        return peaks.computeIfAbsent(pool, PoolPeak::new);
    }

    /** Take a last reading and end the thread. A second call does nothing. */
    @Override
    public void close() {
        if (closed.getCount() > 0) {
            closed.countDown();
            look(true);
            records = meter.peak();
            join();
        }
    }

    /** Otherwise, the thread would be counted as one that the test left running. */
    private void join() {
        try {
            thread.join(LONGEST_JOIN.toMillis());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Returns the course of memory: about every half second the highest reading since the one before, and fewer for times long
     * ago.
     *
     * @return a trace without settled levels, of at most 256 snapshots
     */
    public synchronized Trace trace() {
        return course.trace();
    }

    /**
     * Returns what was seen until the sampler was closed.
     *
     * @return the peaks
     */
    public synchronized Peaks peaks() {
        SortedMap<Pool, Peak> found = new TreeMap<>();
        peaks.forEach((pool, peak) -> found.put(pool, peak.peak(amount(recordsBefore, pool), amount(records, pool))));
        return new Peaks(found, samples, interval, hints(), List.copyOf(programs));
    }

    /** Why the driver does not record some peaks. */
    private List<String> hints() {
        return records.values().stream()
                .filter(Reading.Gap.class::isInstance)
                .map(Reading::toString)
                .distinct()
                .toList();
    }

    private static OptionalLong amount(Map<Pool, Reading> records, Pool pool) {
        Reading record = records.get(pool);
        return record == null ? OptionalLong.empty() : record.amount();
    }
}
