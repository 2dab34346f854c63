package io.github.vramguard.measure;

import io.github.vramguard.memory.Origin.Quality;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.RoundTrip;
import io.github.vramguard.memory.Snapshot;
import io.github.vramguard.memory.ThreeLevels;
import io.github.vramguard.memory.Trace;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/** What an unload has to release, because the load took it: by pool, the most that may be left. */
record Release(Map<Pool, Long> most) {

    /** Of the pools that a load raised so much that a model may be in them. */
    static Release of(Trace trace, Snapshot before, Snapshot loaded) {
        RoundTrip trip = new RoundTrip(trace.cycles() + 1, before, loaded, loaded);
        Map<Pool, Long> most = new TreeMap<>();
        for (Pool pool : trace.pools()) {
            Quality quality = trace.quality(pool).orElse(Quality.EXACT);
            trip.of(pool)
                    .filter(levels -> levels.isMaterial(pool, quality))
                    .map(ThreeLevels::mostWhenReleased)
                    .ifPresent(left -> most.put(pool, left));
        }
        return new Release(most);
    }

    OptionalLong of(Pool pool) {
        Long left = most.get(pool);
        return left == null ? OptionalLong.empty() : OptionalLong.of(left);
    }

    boolean isMissedBy(Snapshot level) {
        return most.entrySet().stream()
                .anyMatch(entry -> level.of(entry.getKey()).amount().orElse(Long.MIN_VALUE) > entry.getValue());
    }
}
