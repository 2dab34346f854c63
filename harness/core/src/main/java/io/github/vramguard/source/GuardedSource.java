package io.github.vramguard.source;

import io.github.vramguard.memory.MemoryTarget;
import io.github.vramguard.memory.Origin;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.Program;
import io.github.vramguard.memory.Reading;
import io.github.vramguard.memory.Reading.Gap;
import io.github.vramguard.memory.Reading.Reason;
import io.github.vramguard.memory.Use;
import io.github.vramguard.source.spi.KnownServers;
import io.github.vramguard.source.spi.MemorySource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** A source whose exceptions and errors become gaps: what cannot be measured is no failure of a test. */
record GuardedSource(MemorySource source) implements MemorySource {

    private static final Set<Class<?>> REPORTED = ConcurrentHashMap.newKeySet();

    @Override
    public String name() {
        return source.name();
    }

    @Override
    public Map<Pool, Origin> origins(MemoryTarget target) {
        try {
            return Map.copyOf(source.origins(target));
        } catch (Throwable e) {
            if (REPORTED.add(source.getClass())) {
                System.getLogger(MemorySource.class.getName())
                        .log(System.Logger.Level.WARNING, source.getClass().getName() + " is not used", e);
            }
            return Map.of();
        }
    }

    @Override
    public Map<Pool, Reading> read(MemoryTarget target) {
        return guarded(target, () -> source.read(target));
    }

    @Override
    public Map<Pool, Reading> readFast(MemoryTarget target) {
        return guarded(target, () -> source.readFast(target));
    }

    @Override
    public Map<Pool, Reading> peak(MemoryTarget target) {
        return guarded(target, () -> source.peak(target));
    }

    private Map<Pool, Reading> guarded(MemoryTarget target, Supplier<Map<Pool, Reading>> question) {
        try {
            return Map.copyOf(question.get());
        } catch (Throwable e) {
            return new HashMap<>(gaps(target, e));
        }
    }

    @Override
    public Map<Pool, Gap> reclaim(MemoryTarget target) {
        try {
            return Map.copyOf(source.reclaim(target));
        } catch (Throwable e) {
            return gaps(target, e);
        }
    }

    @Override
    public void look(MemoryTarget target) {
        guarded(target, () -> {
            source.look(target);
            return Map.of();
        });
    }

    @Override
    public List<Program> programs(MemoryTarget target, KnownServers known) {
        try {
            return List.copyOf(source.programs(target, known));
        } catch (Throwable e) {
            return List.of();
        }
    }

    @Override
    public List<Use> uses(MemoryTarget target) {
        try {
            return List.copyOf(source.uses(target));
        } catch (Throwable e) {
            return List.of();
        }
    }

    @Override
    public List<String> weaknesses(MemoryTarget target) {
        try {
            return List.copyOf(source.weaknesses(target));
        } catch (Throwable e) {
            return List.of();
        }
    }

    @Override
    public Map<Pool, String> devices() {
        try {
            return Map.copyOf(source.devices());
        } catch (Throwable e) {
            return Map.of();
        }
    }

    private Map<Pool, Gap> gaps(MemoryTarget target, Throwable thrown) {
        Gap gap = new Gap(Reason.NOT_SUPPORTED, source.getClass().getName() + " threw " + thrown);
        Map<Pool, Gap> gaps = new HashMap<>();
        origins(target).keySet().forEach(pool -> gaps.put(pool, gap));
        return gaps;
    }
}
