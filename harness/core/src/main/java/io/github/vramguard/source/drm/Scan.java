package io.github.vramguard.source.drm;

import io.github.vramguard.memory.Reading;
import io.github.vramguard.memory.Reading.Gap;
import io.github.vramguard.memory.Reading.Reason;
import io.github.vramguard.source.gpu.ProcessAccounting;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;

/**
 * What processes have open at one moment.
 *
 * @param processes by process id; each client is that of one process
 * @param unseen why there may be other processes that hold memory; empty if all of the machine were seen
 */
record Scan(SortedMap<Long, Opened> processes, Optional<Gap> unseen) {

    static final Scan NONE = new Scan(new TreeMap<>(), Optional.empty());

    /** Returns what each process holds. */
    ProcessAccounting accounting(BiFunction<Long, Opened, Reading> figure) {
        SortedMap<Long, Reading> entries = new TreeMap<>();
        processes.forEach((pid, opened) -> entries.put(pid, figure.apply(pid, opened)));
        if (unseen.isPresent()) {
            return ProcessAccounting.partial(entries, unseen.get());
        }
        entries.values().removeIf(reading -> reading.amount().orElse(1) == 0);
        return ProcessAccounting.complete(entries);
    }

    /** How many processes may not be looked into. */
    long denied() {
        return processes.values().stream()
                .flatMap(opened -> opened.obstacle().stream())
                .filter(gap -> gap.reason() == Reason.NO_PERMISSION)
                .count();
    }

    /** Returns the bytes that were evicted from a GPU. */
    long evicted(String gpu) {
        return processes.values().stream()
                .flatMap(opened -> opened.clients().stream())
                .filter(client -> client.gpu().equals(gpu))
                .mapToLong(Client::evicted)
                .sum();
    }
}
