package io.github.vramguard.memory;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A cycle in which the moment after the load was marked.
 *
 * @param cycle its number, from 1
 * @param before the level before the load
 * @param loaded the highest reading of each pool from that mark on
 * @param after the level after the unload
 */
@API(status = Status.INTERNAL, since = "0.1.0")
public record RoundTrip(int cycle, Snapshot before, Snapshot loaded, Snapshot after) {

    /** The name of the mark after a load. */
    public static final String LOADED = "loaded";

    /**
     * Returns the round trips of a trace.
     *
     * @param trace what was measured
     * @return one for each cycle with the mark {@link #LOADED}
     */
    public static List<RoundTrip> in(Trace trace) {
        List<Integer> levels = trace.positionsOfLevels();
        List<RoundTrip> trips = new ArrayList<>();
        for (int cycle = 1; cycle < levels.size(); cycle++) {
            int number = cycle;
            Snapshot before = trace.snapshots().get(levels.get(cycle - 1));
            Snapshot after = trace.snapshots().get(levels.get(cycle));
            loaded(trace, levels.get(cycle - 1), levels.get(cycle))
                    .ifPresent(loaded -> trips.add(new RoundTrip(number, before, loaded, after)));
        }
        return trips;
    }

    /**
     * Returns what is held in the cycle that has not ended.
     *
     * @param trace what was measured so far
     * @return the highest reading of each pool since the mark {@link #LOADED}; empty without this mark
     */
    public static Optional<Snapshot> openIn(Trace trace) {
        List<Integer> levels = trace.positionsOfLevels();
        return levels.isEmpty()
                ? Optional.empty()
                : loaded(trace, levels.get(levels.size() - 1), trace.snapshots().size());
    }

    private static Optional<Snapshot> loaded(Trace trace, int before, int after) {
        return trace.marks().stream()
                .filter(mark -> mark.name().equals(LOADED) && mark.snapshot() > before && mark.snapshot() < after)
                .findFirst()
                .flatMap(mark -> trace.snapshots().subList(mark.snapshot(), after).stream()
                        .reduce(RoundTrip::highest));
    }

    private static Snapshot highest(Snapshot one, Snapshot other) {
        SortedMap<Pool, Reading> readings = new TreeMap<>(one.readings());
        other.readings().forEach((pool, reading) -> readings.merge(pool, reading, RoundTrip::higher));
        return Snapshot.momentary(one.at(), readings);
    }

    private static Reading higher(Reading one, Reading other) {
        return other.amount().orElse(Long.MIN_VALUE) > one.amount().orElse(Long.MIN_VALUE) ? other : one;
    }

    /**
     * Returns the three levels of a pool.
     *
     * @param pool the pool
     * @return empty if one of them could not be read, or is of a whole device whose other processes changed
     */
    public Optional<ThreeLevels> of(Pool pool) {
        DeviceNeighbours neighbours = new DeviceNeighbours();
        OptionalLong first = neighbours.comparable(pool, before.of(pool)).amount();
        OptionalLong second = neighbours.comparable(pool, loaded.of(pool)).amount();
        OptionalLong third = neighbours.comparable(pool, after.of(pool)).amount();
        return first.isPresent() && second.isPresent() && third.isPresent()
                ? Optional.of(new ThreeLevels(first.getAsLong(), second.getAsLong(), third.getAsLong()))
                : Optional.empty();
    }
}
