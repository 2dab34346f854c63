package io.github.vramguard.cli.watch;

import io.github.vramguard.memory.MemoryTarget.OneProcess;
import io.github.vramguard.memory.Pool;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** The processes that are watched: those that are found at each reading, and those that were found before. */
final class Watchlist {

    /** Who starts a process for each request has thousands in a day. */
    private static final int MOST_ENDED = 20;

    private final Machine machine;
    private final Supplier<List<OneProcess>> search;
    private final Set<Pool> pools;
    private final List<Watched> all = new ArrayList<>();

    /**
     * An empty list.
     *
     * @param machine reads the processes
     * @param search finds those to watch
     * @param pools what to read of them; empty for all
     */
    Watchlist(Machine machine, Supplier<List<OneProcess>> search, Set<Pool> pools) {
        this.machine = machine;
        this.search = search;
        this.pools = Set.copyOf(pools);
    }

    void read(Instant at) {
        search.get().stream()
                .filter(found -> all.stream().noneMatch(known -> known.is(found)))
                .map(found -> new Watched(found, machine.source(found, pools), pools))
                .forEach(all::add);
        running().forEach(process -> process.read(at, machine));
        forgetTheFirstToEnd();
    }

    private void forgetTheFirstToEnd() {
        List<Watched> ended = all.stream().filter(Watched::hasEnded).toList();
        all.removeAll(ended.subList(0, Math.max(0, ended.size() - MOST_ENDED)));
    }

    /** Those that were read last, in the order they were found. */
    List<Watched> running() {
        return all.stream().filter(process -> !process.hasEnded()).toList();
    }

    /** Those, and the last that have ended. */
    List<Watched> all() {
        return List.copyOf(all);
    }
}
