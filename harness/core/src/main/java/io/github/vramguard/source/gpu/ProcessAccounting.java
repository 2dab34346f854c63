package io.github.vramguard.source.gpu;

import io.github.vramguard.memory.Reading;
import io.github.vramguard.memory.Reading.Bytes;
import io.github.vramguard.memory.Reading.Gap;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The memory that a driver allocated for each process. A process without an entry holds nothing only if the driver lists all. */
public final class ProcessAccounting {

    private final SortedMap<Long, Reading> entries;
    private final Reading otherwise;
    private final boolean namesHolders;

    private ProcessAccounting(Map<Long, Reading> entries, Reading otherwise, boolean namesHolders) {
        this.entries = Collections.unmodifiableSortedMap(new TreeMap<>(entries));
        this.otherwise = otherwise;
        this.namesHolders = namesHolders;
    }

    /**
     * Returns an accounting that lists all processes that hold memory.
     *
     * @param entries bytes or a gap, by process id
     * @return the accounting; other processes hold nothing
     */
    public static ProcessAccounting complete(Map<Long, Reading> entries) {
        return new ProcessAccounting(entries, new Bytes(0), true);
    }

    /**
     * Returns an accounting that lists some processes; others may hold memory, too.
     *
     * @param entries bytes or a gap, by process id
     * @param others why there is no reading of the others
     * @return the accounting
     */
    public static ProcessAccounting partial(Map<Long, Reading> entries, Gap others) {
        return new ProcessAccounting(entries, others, false);
    }

    /**
     * Returns an accounting that cannot be read.
     *
     * @param gap why
     * @return the accounting, which has this gap for every process
     */
    public static ProcessAccounting unreadable(Gap gap) {
        return partial(Map.of(), gap);
    }

    /**
     * Returns what some processes hold together.
     *
     * @param pids their ids
     * @return the sum, or the gap of the first that has one
     */
    public Reading of(Set<Long> pids) {
        long sum = 0;
        for (long pid : pids) {
            Reading reading = entries.getOrDefault(pid, otherwise);
            if (reading instanceof Gap) {
                return reading;
            }
            sum += reading.amount().orElse(0);
        }
        return new Bytes(sum);
    }

    /**
     * Returns the processes with an entry.
     *
     * @return bytes or a gap, by process id
     */
    public SortedMap<Long, Reading> entries() {
        return entries;
    }

    /**
     * Returns all processes that hold memory of the device.
     *
     * @return their ids, or empty if the driver does not list all
     */
    public Optional<Set<Long>> holders() {
        return namesHolders ? Optional.of(entries.keySet()) : Optional.empty();
    }
}
