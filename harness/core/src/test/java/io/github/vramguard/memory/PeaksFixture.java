package io.github.vramguard.memory;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/** Peaks that were seen by sampling alone, so that a shorter one may have been missed. */
public final class PeaksFixture {

    private PeaksFixture() {}

    public static Peak sampled(Reading highest) {
        return new Peak(highest, OptionalLong.empty(), OptionalLong.empty(), Optional.empty());
    }

    public static Peaks sampled(Map<Pool, Reading> highest, int samples, Duration interval) {
        SortedMap<Pool, Peak> pools = new TreeMap<>();
        highest.forEach((pool, reading) -> pools.put(pool, sampled(reading)));
        return new Peaks(pools, samples, interval, List.of(), List.of());
    }
}
