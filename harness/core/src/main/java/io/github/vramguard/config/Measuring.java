package io.github.vramguard.config;

import io.github.vramguard.measure.Settling;
import io.github.vramguard.memory.Pool;
import java.time.Duration;
import java.util.Collections;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What is measured, and when.
 *
 * @param sources {@code vramguard.sources}: names of the only sources to ask; all by default
 * @param pools {@code vramguard.pools}: names of the only pools to measure; all that can be read by default
 * @param settling {@code vramguard.settle.window}, {@code .gpu-window} and {@code .timeout}, in milliseconds
 * @param samplingInterval {@code vramguard.sampling.interval} between two samples for a peak, 50 ms by default
 */
public record Measuring(Set<String> sources, SortedSet<Pool> pools, Settling settling, Duration samplingInterval) {

    /** Copies the collections. */
    public Measuring {
        sources = Set.copyOf(sources);
        pools = Collections.unmodifiableSortedSet(new TreeSet<>(pools));
    }

    static Measuring read(Keys keys) {
        return new Measuring(
                keys.names("sources"),
                keys.pools("pools"),
                keys.settling("settle", Settling.DEFAULT),
                keys.millis("sampling.interval", Duration.ofMillis(50)));
    }
}
