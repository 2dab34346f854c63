package io.github.vramguard.memory;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The highest level of each pool over a time.
 *
 * @param pools by pool, its peak
 * @param samples the number of samples
 * @param interval the time between two samples
 * @param hints what would make the peaks more certain, for a person to read
 * @param programs the servers that ran
 */
@API(status = Status.INTERNAL, since = "0.1.0")
public record Peaks(
        SortedMap<Pool, Peak> pools, int samples, Duration interval, List<String> hints, List<Program> programs) {

    /** Copies the collections. */
    public Peaks {
        pools = Collections.unmodifiableSortedMap(new TreeMap<>(pools));
        hints = List.copyOf(hints);
        programs = List.copyOf(programs);
    }
}
