package io.github.vramguard.memory;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Snapshots of one target in the order they were taken.
 *
 * <p>Settled snapshots are the levels that a rule compares: the first is the level before the first cycle, each
 * further one the level after a cycle. The others lie inside cycles and show peaks.
 *
 * @param target whose memory was measured
 * @param origins where the readings of each pool come from
 * @param snapshots the snapshots
 * @param marks names for some of them
 * @param cache what each token of context is expected to take; empty where no model is known
 * @since 0.1.0
 */
@API(status = Status.MAINTAINED, since = "0.1.0")
public record Trace(
        MemoryTarget target,
        SortedMap<Pool, Origin> origins,
        List<Snapshot> snapshots,
        List<Mark> marks,
        Optional<TokenCache> cache) {

    /** Copies the collections. */
    public Trace {
        origins = Collections.unmodifiableSortedMap(new TreeMap<>(origins));
        snapshots = List.copyOf(snapshots);
        marks = List.copyOf(marks);
    }

    /**
     * Returns a trace without snapshots.
     *
     * @param target whose memory is measured
     * @param origins where the readings of each pool come from
     * @return the trace
     */
    public static Trace of(MemoryTarget target, Map<Pool, Origin> origins) {
        return new Trace(target, new TreeMap<>(origins), List.of(), List.of(), Optional.empty());
    }

    /**
     * Returns this trace with one more snapshot.
     *
     * @param snapshot the snapshot
     * @return the longer trace
     */
    public Trace with(Snapshot snapshot) {
        List<Snapshot> longer = new ArrayList<>(snapshots);
        longer.add(snapshot);
        return new Trace(target, origins, longer, marks, cache);
    }

    /**
     * Returns this trace with one more snapshot that has a name.
     *
     * @param name the name; none if it is empty
     * @param snapshot the snapshot
     * @return the longer trace
     */
    public Trace with(String name, Snapshot snapshot) {
        return name.isEmpty() ? with(snapshot) : with(new Mark(name, snapshots.size(), OptionalLong.empty()), snapshot);
    }

    /**
     * Returns this trace with one more snapshot, of a moment when the context held some tokens.
     *
     * @param name the name of the moment
     * @param tokens how many tokens it held
     * @param snapshot the snapshot
     * @return the longer trace
     */
    public Trace with(String name, long tokens, Snapshot snapshot) {
        return with(new Mark(name, snapshots.size(), OptionalLong.of(tokens)), snapshot);
    }

    private Trace with(Mark mark, Snapshot snapshot) {
        List<Mark> named = new ArrayList<>(marks);
        named.add(mark);
        return new Trace(target, origins, with(snapshot).snapshots(), named, cache);
    }

    /**
     * Returns this trace with the memory that each token takes by the file of a model.
     *
     * @param expected what each token takes
     * @return the same snapshots
     */
    public Trace expecting(TokenCache expected) {
        return new Trace(target, origins, snapshots, marks, Optional.of(expected));
    }

    /**
     * Returns this trace with some pools only.
     *
     * @param pools the pools; empty for all
     * @return the narrower trace
     */
    public Trace only(Set<Pool> pools) {
        if (pools.isEmpty()) {
            return this;
        }
        SortedMap<Pool, Origin> chosen = new TreeMap<>(origins);
        chosen.keySet().retainAll(pools);
        return new Trace(
                target,
                chosen,
                snapshots.stream().map(snapshot -> snapshot.only(pools)).toList(),
                marks,
                cache);
    }

    /**
     * Returns the pools that have a reading or a gap somewhere in the trace, or a known origin.
     *
     * @return the pools, the best explanation of a finding first
     */
    public SortedSet<Pool> pools() {
        SortedSet<Pool> pools = new TreeSet<>(origins.keySet());
        snapshots.forEach(snapshot -> pools.addAll(snapshot.readings().keySet()));
        return pools;
    }

    /**
     * Returns the snapshots whose readings had settled.
     *
     * @return the level before the first cycle and the one after each cycle
     */
    public List<Snapshot> levels() {
        return positionsOfLevels().stream().map(snapshots::get).toList();
    }

    List<Integer> positionsOfLevels() {
        return IntStream.range(0, snapshots.size())
                .filter(position -> snapshots.get(position).settled().isPresent())
                .boxed()
                .toList();
    }

    /**
     * Returns the settled readings of one pool. A reading of a whole device is a gap if other processes hold memory of it than
     * at the first level, because the change may be theirs.
     *
     * @param pool the pool
     * @return the reading before the first cycle and the one after each cycle
     */
    public List<Reading> series(Pool pool) {
        DeviceNeighbours neighbours = new DeviceNeighbours();
        return levels().stream()
                .map(snapshot -> neighbours.comparable(pool, snapshot.of(pool)))
                .toList();
    }

    /**
     * Returns what else the readings of one pool include: as its origin has it, unless they became readings of a whole device.
     *
     * @param pool the pool
     * @return the quality, or empty if the pool has no origin
     */
    public Optional<Origin.Quality> quality(Pool pool) {
        return Optional.ofNullable(origins.get(pool))
                .map(origin -> isReadAsWhole(pool) ? Origin.Quality.MIXED : origin.quality());
    }

    /**
     * Returns whether levels of a pool cover a whole device, with all processes on it.
     *
     * @param pool the pool
     * @return false if all readings are the target's own, or the target never held anything
     */
    public boolean isReadAsWhole(Pool pool) {
        return levels().stream()
                .map(snapshot -> snapshot.of(pool))
                .anyMatch(reading -> reading instanceof Reading.DeviceBytes device && device.value() != 0);
    }

    /**
     * Returns the names of the settled snapshots: what each cycle worked with.
     *
     * @return a key for the level before the first cycle and for the one after each; empty where it has none
     */
    public List<String> keys() {
        Map<Integer, String> names = new HashMap<>();
        marks.forEach(mark -> names.put(mark.snapshot(), mark.name()));
        return positionsOfLevels().stream()
                .map(position -> names.getOrDefault(position, ""))
                .toList();
    }

    /**
     * Returns the moments for which the number of tokens in the context is known.
     *
     * @return the moments, in order
     */
    public List<Turn> turns() {
        return marks.stream()
                .filter(mark -> mark.tokens().isPresent())
                .map(mark ->
                        new Turn(cycleOf(mark.snapshot()), mark.tokens().getAsLong(), snapshots.get(mark.snapshot())))
                .toList();
    }

    private int cycleOf(int snapshot) {
        return (int) snapshots.stream()
                .limit(snapshot)
                .filter(earlier -> earlier.settled().isPresent())
                .count();
    }

    /**
     * Returns the servers that ran at the last settled level.
     *
     * @return the servers, or none where there is no such level
     */
    public List<Program> programs() {
        List<Snapshot> levels = levels();
        return levels.isEmpty() ? List.of() : levels.get(levels.size() - 1).programs();
    }

    /**
     * Returns the number of cycles that have ended.
     *
     * @return 0 when not even the first level was taken
     */
    public int cycles() {
        return Math.max(0, levels().size() - 1);
    }

    /**
     * Returns the highest reading of one pool in any snapshot.
     *
     * @param pool the pool
     * @return bytes or a count, or empty if the pool was never read
     */
    public OptionalLong peak(Pool pool) {
        return snapshots.stream()
                .map(snapshot -> snapshot.of(pool).amount())
                .filter(OptionalLong::isPresent)
                .mapToLong(OptionalLong::getAsLong)
                .max();
    }
}
