package io.github.vramguard.measure;

import io.github.vramguard.memory.MemoryTarget;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.Program;
import io.github.vramguard.memory.Reading;
import io.github.vramguard.memory.Snapshot;
import io.github.vramguard.memory.TokenCache;
import io.github.vramguard.memory.Trace;
import io.github.vramguard.source.spi.KnownServers;
import io.github.vramguard.source.spi.MemorySource;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Takes snapshots of one target. Safe for use by several threads, which take turns.
 *
 * @since 0.1.0
 */
@API(status = Status.MAINTAINED, since = "0.1.0")
public final class Meter {

    private final MemoryTarget target;
    private final MemorySource source;
    private final Settling settling;
    private final KnownServers known;
    private final Function<List<Program>, Optional<TokenCache>> expected;
    private Duration spent = Duration.ZERO;
    private Optional<List<Program>> unknown = Optional.empty();

    private Meter(
            MemoryTarget target,
            MemorySource source,
            Settling settling,
            KnownServers known,
            Function<List<Program>, Optional<TokenCache>> expected) {
        this.target = target;
        this.source = source;
        this.settling = settling;
        this.known = known;
        this.expected = expected;
    }

    /**
     * Returns a meter.
     *
     * @param target whose memory to read
     * @param source where to read it
     * @param settling how long to wait for memory to settle
     * @return the meter
     */
    public static Meter of(MemoryTarget target, MemorySource source, Settling settling) {
        return new Meter(target, source, settling, KnownServers.none(), programs -> Optional.empty());
    }

    /**
     * Returns the same meter, which recognizes model servers among the processes of the target.
     *
     * @param servers recognizes them
     * @return the meter
     */
    public Meter recognizing(KnownServers servers) {
        return new Meter(target, source, settling, servers, expected);
    }

    /**
     * Returns the same meter, which computes the memory of each token from the models of running servers.
     *
     * @param tokens computes that for the servers of the target; called at marks with tokens until it succeeds, and again only for
     *     other servers
     * @return the meter
     */
    public Meter expecting(Function<List<Program>, Optional<TokenCache>> tokens) {
        return new Meter(target, source, settling, known, tokens);
    }

    /**
     * Returns an empty trace of this meter's target and sources.
     *
     * @return the trace, to which snapshots of this meter can be added
     */
    public Trace trace() {
        return Trace.of(target, source.origins(target));
    }

    /**
     * Reads all pools now. Nothing is collected or released first, so the heap includes garbage.
     *
     * @return the snapshot
     */
    public synchronized Snapshot now() {
        return Snapshot.momentary(Instant.now(), source.read(target));
    }

    synchronized Map<Pool, Reading> readFast() {
        return source.readFast(target);
    }

    /**
     * Returns the servers that run now.
     *
     * @return each as it was started
     */
    @API(status = Status.INTERNAL, since = "0.1.0")
    public synchronized List<Program> programs() {
        return source.programs(target, known);
    }

    synchronized void look() {
        source.look(target);
    }

    synchronized Map<Pool, Reading> peak() {
        return source.peak(target);
    }

    /** Adds the memory that each token takes, if known by now; it is computed once for the same servers. */
    synchronized Trace expecting(Trace trace) {
        if (trace.cache().isPresent()) {
            return trace;
        }
        Optional<List<Program>> running = Optional.of(programs());
        Optional<TokenCache> found = running.equals(unknown) ? Optional.empty() : expected.apply(running.get());
        unknown = found.isPresent() ? Optional.empty() : running;
        return found.map(trace::expecting).orElse(trace);
    }

    /**
     * Collects garbage, releases allocator caches, and reads when all pools have settled.
     *
     * @return the snapshot; a pool that was still falling at the timeout is a gap
     */
    public Snapshot settled() {
        return withUses(settled(Map.of(), Optional.empty()));
    }

    /**
     * Adds to a snapshot of this meter what the target has used by now. The first level has it; levels of cycles need it not, and
     * looking for it in each would take memory of its own.
     *
     * @param level the snapshot
     * @return the snapshot with the uses
     */
    public synchronized Snapshot withUses(Snapshot level) {
        return level.having(source.uses(target));
    }

    /**
     * Collects garbage, releases allocator caches, and reads when all pools are back at an earlier level or have settled
     * above it.
     *
     * @param earlier the level to come back to
     * @return the snapshot; a pool that was still falling at the timeout is a gap
     */
    public Snapshot settled(Snapshot earlier) {
        return settled(earlier, Optional.empty());
    }

    Snapshot settled(Snapshot earlier, Optional<Release> release) {
        return settled(earlier.readings(), release);
    }

    private synchronized Snapshot settled(Map<Pool, Reading> goals, Optional<Release> release) {
        Snapshot level = new Patience(target, source, settling, release)
                .untilBackAt(goals)
                .with(source.programs(target, known));
        spent = spent.plus(level.settled().orElse(Duration.ZERO));
        return level;
    }

    /**
     * Returns the hardware that is read, as far as the amounts depend on it.
     *
     * @return each GPU with the branch of its driver, in the order of their numbers
     */
    public List<String> devices() {
        return List.copyOf(new TreeMap<>(source.devices()).values());
    }

    /**
     * Returns what measuring has cost so far.
     *
     * @return the time that all settled snapshots of this meter took together
     */
    public synchronized Duration spent() {
        return spent;
    }
}
