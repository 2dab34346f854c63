package io.github.vramguard.source;

import io.github.vramguard.memory.MemoryTarget;
import io.github.vramguard.memory.Origin;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.Reading;
import io.github.vramguard.memory.Reading.Gap;
import io.github.vramguard.memory.Reading.Reason;
import io.github.vramguard.source.spi.MemorySource;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The pools for which one source was chosen.
 *
 * @param source the source
 * @param origins the pools, and where their readings come from
 */
record Share(MemorySource source, Map<Pool, Origin> origins) {

    Share only(Set<Pool> pools) {
        Map<Pool, Origin> chosen = new HashMap<>(origins);
        chosen.keySet().retainAll(pools);
        return new Share(source, chosen);
    }

    Map<Pool, Reading> read(MemoryTarget target) {
        return complete(() -> source.read(target));
    }

    Map<Pool, Reading> readFast(MemoryTarget target) {
        return complete(() -> source.readFast(target));
    }

    private Map<Pool, Reading> complete(Supplier<Map<Pool, Reading>> question) {
        if (origins.isEmpty()) {
            return Map.of();
        }
        Map<Pool, Reading> all = question.get();
        Map<Pool, Reading> readings = new HashMap<>();
        origins.keySet().forEach(pool -> readings.put(pool, reading(pool, all)));
        return readings;
    }

    Map<Pool, Reading> peak(MemoryTarget target) {
        if (origins.isEmpty()) {
            return Map.of();
        }
        Map<Pool, Reading> readings = new HashMap<>(source.peak(target));
        readings.keySet().retainAll(origins.keySet());
        return readings;
    }

    private Reading reading(Pool pool, Map<Pool, Reading> all) {
        Reading reading = all.get(pool);
        return reading != null
                ? reading
                : new Gap(Reason.UNPARSABLE, "the source \"" + source.name() + "\" did not report " + pool);
    }

    Map<Pool, Gap> reclaim(MemoryTarget target) {
        Map<Pool, Gap> gaps = new HashMap<>(source.reclaim(target));
        gaps.keySet().retainAll(origins.keySet());
        return gaps;
    }
}
