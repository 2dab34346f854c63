package io.github.vramguard.source;

import io.github.vramguard.memory.MemoryTarget;
import io.github.vramguard.memory.MemoryTarget.Container;
import io.github.vramguard.memory.MemoryTarget.StartedContainers;
import io.github.vramguard.memory.MemoryTarget.Together;
import io.github.vramguard.memory.Origin;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.Program;
import io.github.vramguard.memory.Reading;
import io.github.vramguard.memory.Reading.Gap;
import io.github.vramguard.memory.Reading.Reason;
import io.github.vramguard.memory.Use;
import io.github.vramguard.source.linux.OwnContainers;
import io.github.vramguard.source.linux.Sum;
import io.github.vramguard.source.spi.KnownServers;
import io.github.vramguard.source.spi.MemorySource;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads targets that consist of others with a source that does not support such targets, and adds up. */
final class EachPart implements MemorySource {

    private static final Container ANY = new Container("any", "");

    private final MemorySource source;
    private final OwnContainers containers;

    EachPart(MemorySource source, OwnContainers containers) {
        this.source = source;
        this.containers = containers;
    }

    @Override
    public String name() {
        return source.name();
    }

    @Override
    public Map<Pool, Origin> origins(MemoryTarget target) {
        if (target instanceof Together together) {
            Map<Pool, Origin> origins = new HashMap<>();
            together.parts()
                    .forEach(part -> origins(part).forEach((pool, origin) -> origins.merge(pool, origin, Origin::and)));
            return origins;
        }
        if (target instanceof StartedContainers) {
            Map<Pool, Origin> origins = new HashMap<>(source.origins(ANY));
            origins.keySet().removeIf(pool -> !isOneOfContainers(pool));
            return origins;
        }
        return source.origins(target);
    }

    /** Pools that are counted for the process of a JVM alone would be mixed with those of its containers. */
    private static boolean isOneOfContainers(Pool pool) {
        return pool.equals(Pool.CONTAINER) || pool.isAllocatedByDriver();
    }

    @Override
    public Map<Pool, Reading> read(MemoryTarget target) {
        if (target instanceof Together together) {
            Map<Pool, Reading> sums = new HashMap<>();
            together.parts().forEach(part -> Sum.add(read(part), sums));
            return sums;
        }
        return target instanceof StartedContainers ? readStarted(target) : source.read(target);
    }

    private Map<Pool, Reading> readStarted(MemoryTarget target) {
        Map<Pool, Origin> pools = origins(target);
        if (pools.isEmpty()) {
            return Map.of();
        }
        Map<Pool, Reading> sums = new HashMap<>();
        try {
            pools.keySet().forEach(pool -> sums.put(pool, Reading.of(pool, 0)));
            for (Container container : containers.running()) {
                Map<Pool, Reading> readings = new HashMap<>(source.read(container));
                readings.keySet().retainAll(pools.keySet());
                if (!Sum.hasEnded(readings)) {
                    Sum.add(readings, sums);
                }
            }
        } catch (IOException e) {
            Gap gap = new Gap(Reason.NOT_AVAILABLE, "the running containers cannot be listed: " + e.getMessage());
            pools.keySet().forEach(pool -> sums.put(pool, gap));
        }
        return sums;
    }

    @Override
    public Map<Pool, Gap> reclaim(MemoryTarget target) {
        if (target instanceof Together together) {
            Map<Pool, Gap> gaps = new HashMap<>();
            together.parts().forEach(part -> gaps.putAll(reclaim(part)));
            return gaps;
        }
        return target instanceof StartedContainers ? Map.of() : source.reclaim(target);
    }

    @Override
    public void look(MemoryTarget target) {
        source.look(target);
    }

    @Override
    public List<Program> programs(MemoryTarget target, KnownServers known) {
        return source.programs(target, known);
    }

    @Override
    public List<Use> uses(MemoryTarget target) {
        if (target instanceof Together together) {
            return together.parts().stream()
                    .flatMap(part -> uses(part).stream())
                    .toList();
        }
        return target instanceof StartedContainers ? List.of() : source.uses(target);
    }

    @Override
    public List<String> weaknesses(MemoryTarget target) {
        if (target instanceof Together together) {
            return together.parts().stream()
                    .flatMap(part -> weaknesses(part).stream())
                    .distinct()
                    .toList();
        }
        return target instanceof StartedContainers ? List.of() : source.weaknesses(target);
    }
}
