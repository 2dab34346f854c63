package io.github.vramguard.measure;

import io.github.vramguard.memory.MemoryTarget;
import io.github.vramguard.memory.Origin;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.Program;
import io.github.vramguard.memory.Reading;
import io.github.vramguard.source.spi.KnownServers;
import io.github.vramguard.source.spi.MemorySource;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Replays readings, one for each call; the last one stays. */
final class ScriptedSource implements MemorySource {

    private final Map<Pool, Deque<Long>> script = new LinkedHashMap<>();
    private Optional<Reading.Gap> heapIsMeaningless = Optional.empty();
    private List<Program> programs = List.of();
    private Origin origin = Origin.exact("a script");
    private int reclaims;
    private int reads;

    ScriptedSource reading(Pool pool, Long... amounts) {
        script.put(pool, new ArrayDeque<>(Arrays.asList(amounts)));
        return this;
    }

    ScriptedSource whoseHeapIs(Reading.Gap gap) {
        heapIsMeaningless = Optional.of(gap);
        return this;
    }

    ScriptedSource mixed() {
        origin = Origin.mixed("a script");
        return this;
    }

    void running(Program server) {
        programs = List.of(server);
    }

    int reclaims() {
        return reclaims;
    }

    int reads() {
        return reads;
    }

    @Override
    public String name() {
        return "script";
    }

    @Override
    public Map<Pool, Origin> origins(MemoryTarget target) {
        Map<Pool, Origin> origins = new LinkedHashMap<>();
        script.keySet().forEach(pool -> origins.put(pool, origin));
        return origins;
    }

    @Override
    public List<Program> programs(MemoryTarget target, KnownServers known) {
        return programs;
    }

    @Override
    public synchronized Map<Pool, Reading> read(MemoryTarget target) {
        reads++;
        Map<Pool, Reading> readings = new LinkedHashMap<>();
        script.forEach((pool, amounts) ->
                readings.put(pool, Reading.of(pool, amounts.size() > 1 ? amounts.remove() : amounts.element())));
        return readings;
    }

    @Override
    public Map<Pool, Reading.Gap> reclaim(MemoryTarget target) {
        reclaims++;
        return heapIsMeaningless
                .<Map<Pool, Reading.Gap>>map(gap -> Map.of(Pool.HEAP, gap))
                .orElse(Map.of());
    }
}
