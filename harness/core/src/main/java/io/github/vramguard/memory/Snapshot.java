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
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * One reading per pool at one instant.
 *
 * @param at when it was taken
 * @param readings what was read, by pool
 * @param settled how long the readings took to settle; empty for a snapshot of the moment
 * @param programs the servers that ran; looked up only for settled snapshots
 * @param uses what the target has used by then; looked up only for settled snapshots, and empty where it cannot be seen
 * @since 0.1.0
 */
@API(status = Status.MAINTAINED, since = "0.1.0")
public record Snapshot(
        Instant at,
        SortedMap<Pool, Reading> readings,
        Optional<Duration> settled,
        List<Program> programs,
        List<Use> uses) {

    /** Copies the collections. */
    public Snapshot {
        readings = Collections.unmodifiableSortedMap(new TreeMap<>(readings));
        programs = List.copyOf(programs);
        uses = List.copyOf(uses);
    }

    /**
     * Returns a snapshot of the moment, without waiting for the readings to settle.
     *
     * @param at when it was taken
     * @param readings what was read, by pool
     * @return the snapshot
     */
    public static Snapshot momentary(Instant at, Map<Pool, Reading> readings) {
        return new Snapshot(at, new TreeMap<>(readings), Optional.empty(), List.of(), List.of());
    }

    /**
     * Returns a snapshot of a settled level.
     *
     * @param at when it was taken
     * @param readings what was read, by pool
     * @param in how long settling took
     * @return the snapshot
     */
    public static Snapshot settled(Instant at, Map<Pool, Reading> readings, Duration in) {
        return new Snapshot(at, new TreeMap<>(readings), Optional.of(in), List.of(), List.of());
    }

    /**
     * Returns this snapshot with the servers that ran.
     *
     * @param running the servers
     * @return the snapshot
     */
    public Snapshot with(List<Program> running) {
        return new Snapshot(at, readings, settled, running, uses);
    }

    /**
     * Returns this snapshot with what the target has used.
     *
     * @param used the uses
     * @return the snapshot
     */
    public Snapshot having(List<Use> used) {
        return new Snapshot(at, readings, settled, programs, used);
    }

    /**
     * Returns the reading of one pool.
     *
     * @param pool the pool
     * @return its reading; a gap if the pool was not asked for
     */
    public Reading of(Pool pool) {
        Reading reading = readings.get(pool);
        return reading != null ? reading : new Reading.Gap(Reading.Reason.DISABLED, pool + " was not asked for");
    }

    Snapshot only(Set<Pool> pools) {
        SortedMap<Pool, Reading> chosen = new TreeMap<>(readings);
        chosen.keySet().retainAll(pools);
        return new Snapshot(at, chosen, settled, programs, uses);
    }
}
