package io.github.vramguard.junit;

import io.github.vramguard.memory.MemoryTarget;
import io.github.vramguard.memory.Origin;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.Reading;
import io.github.vramguard.source.spi.MemorySource;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * GPUs that hold what a test says, found through the service loader. Without a script there is none, so that other tests
 * are as they would be without this class.
 */
public final class ScriptedGpu implements MemorySource {

    static final String NAME = "script";

    private static final Map<Pool, Reading> HELD = new ConcurrentHashMap<>();
    private static final Pool FIRST = Pool.gpu(0);
    private static final AtomicInteger READS = new AtomicInteger();

    /** For the service loader. */
    public ScriptedGpu() {}

    static void holds(Pool gpu, long bytes) {
        HELD.put(gpu, Reading.of(gpu, bytes));
    }

    static void holds(long bytes) {
        holds(FIRST, bytes);
    }

    static void refuses(Pool gpu, String why) {
        HELD.put(gpu, new Reading.Gap(Reading.Reason.NO_PERMISSION, why));
    }

    static void takes(long bytes) {
        holds(HELD.get(FIRST).amount().orElseThrow() + bytes);
    }

    static int reads() {
        return READS.get();
    }

    static void unplug() {
        HELD.clear();
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Map<Pool, Origin> origins(MemoryTarget target) {
        Map<Pool, Origin> origins = new TreeMap<>();
        origins.put(FIRST, Origin.exact("a script"));
        HELD.keySet().forEach(gpu -> origins.put(gpu, Origin.exact("a script")));
        return origins;
    }

    @Override
    public Map<Pool, Reading> read(MemoryTarget target) {
        Map<Pool, Reading> readings = new TreeMap<>(HELD);
        readings.putIfAbsent(FIRST, new Reading.Gap(Reading.Reason.NOT_PRESENT, "no script"));
        READS.incrementAndGet();
        return readings;
    }
}
