package io.github.vramguard.memory;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One reading per pool at one instant.
 *
 * @param at when it was taken
 * @param readings what was read, by pool
 * @param settled how long the readings took to hold still, or empty if nobody waited for that
 * @param programs the servers that ran; looked up only where somebody waited
 */
public record Snapshot(
        Instant at, SortedMap<Pool, Reading> readings, Optional<Duration> settled, List<Program> programs) {

    /** Copies the readings and the programs. */
    public Snapshot {
        readings = Collections.unmodifiableSortedMap(new TreeMap<>(readings));
        programs = List.copyOf(programs);
    }

    /**
     * A snapshot of the moment, for which nobody waited.
     *
     * @param at when it was taken
     * @param readings what was read, by pool
     * @return the snapshot
     */
    public static Snapshot momentary(Instant at, Map<Pool, Reading> readings) {
        return new Snapshot(at, new TreeMap<>(readings), Optional.empty(), List.of());
    }

    /**
     * A snapshot of a level that holds still.
     *
     * @param at when it was taken
     * @param readings what was read, by pool
     * @param in how long that took
     * @return the snapshot
     */
    public static Snapshot settled(Instant at, Map<Pool, Reading> readings, Duration in) {
        return new Snapshot(at, new TreeMap<>(readings), Optional.of(in), List.of());
    }

    /**
     * This snapshot with the servers that ran.
     *
     * @param running the servers
     * @return the snapshot
     */
    public Snapshot with(List<Program> running) {
        return new Snapshot(at, readings, settled, running);
    }

    /**
     * The reading of one pool.
     *
     * @param pool the pool
     * @return its reading; a gap if the pool was not asked for
     */
    public Reading of(Pool pool) {
        Reading reading = readings.get(pool);
        return reading != null ? reading : new Reading.Gap(Reading.Reason.DISABLED, pool + " was not asked for");
    }

    Snapshot only(Set<Pool> pools) {
        SortedMap<Pool, Reading> kept = new TreeMap<>(readings);
        kept.keySet().retainAll(pools);
        return new Snapshot(at, kept, settled, programs);
    }
}
