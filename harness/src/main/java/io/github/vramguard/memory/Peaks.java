package io.github.vramguard.memory;

import java.time.Duration;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The highest reading of each pool over a time.
 *
 * @param highest by pool, its highest reading; a gap if it had none
 * @param snapshots how many snapshots were taken
 * @param interval the time between two of them; a shorter peak may have been missed
 */
public record Peaks(SortedMap<Pool, Reading> highest, int snapshots, Duration interval) {

    /** Copies the readings. */
    public Peaks {
        highest = Collections.unmodifiableSortedMap(new TreeMap<>(highest));
    }
}
