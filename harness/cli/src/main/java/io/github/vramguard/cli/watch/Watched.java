package io.github.vramguard.cli.watch;

import io.github.vramguard.memory.MemoryTarget.OneProcess;
import io.github.vramguard.memory.Origin;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.Reading;
import io.github.vramguard.memory.Reading.Gap;
import io.github.vramguard.memory.Reading.Reason;
import io.github.vramguard.source.spi.MemorySource;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** A process that is watched, until it ends. */
final class Watched {

    private final OneProcess process;
    private final MemorySource source;
    private final Set<Pool> pools;
    private final SortedMap<Pool, History> histories = new TreeMap<>();
    private boolean ended;

    /**
     * Watches a process.
     *
     * @param process the process
     * @param source reads its memory
     * @param pools the pools to read; empty for all that the source knows
     */
    Watched(OneProcess process, MemorySource source, Set<Pool> pools) {
        this.process = process;
        this.source = source;
        this.pools = pools;
    }

    /** Reads all pools, unless the process ends meanwhile: then nothing that was read can be trusted. */
    void read(Instant at, Machine machine) {
        Map<Pool, Reading> readings = source.read(process);
        ended = !machine.isRunning(process);
        if (!ended) {
            Set<Pool> shown = new TreeSet<>(pools.isEmpty() ? readings.keySet() : pools);
            shown.forEach(pool -> histories
                    .computeIfAbsent(pool, any -> new History())
                    .add(at, readings.getOrDefault(pool, unknown(pool))));
        }
    }

    private static Gap unknown(Pool pool) {
        return new Gap(Reason.NOT_SUPPORTED, "no source reads " + pool + " of another process");
    }

    boolean is(OneProcess other) {
        return process.pid() == other.pid() && process.started() == other.started();
    }

    OneProcess process() {
        return process;
    }

    boolean hasEnded() {
        return ended;
    }

    SortedMap<Pool, History> histories() {
        return histories;
    }

    /** Where the readings of the pools come from that a source was found for. */
    Map<Pool, Origin> origins() {
        return source.origins(process);
    }
}
