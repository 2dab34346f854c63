package io.github.vramguard.gpucheck;

import static io.github.vramguard.gpucheck.Bench.MIB;

import io.github.vramguard.LoadUnloadHarness;
import io.github.vramguard.LoadUnloadHarness.Step;
import io.github.vramguard.memory.Snapshot;
import io.github.vramguard.memory.Trace;
import io.github.vramguard.message.Message;
import io.github.vramguard.verdict.PoolVerdict;
import io.github.vramguard.verdict.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A process that loads and unloads a model again and again, judged by one source.
 *
 * @param holder the process
 * @param verdict on the first GPU
 */
record Loop(Holder holder, Verdict verdict) {

    private static final long MODEL = 64 * MIB;

    /**
     * Loops until the verdict is certain.
     *
     * @param source that is asked
     * @param before what is done in each cycle before the model is loaded
     */
    static Loop of(Holder holder, String source, Step<Holder> before) throws Exception {
        Verdict verdict = LoadUnloadHarness.of(holder.target(), settings(source))
                .run(() -> holder, before, loaded -> loaded.alloc(MODEL).free())
                .verdict();
        return new Loop(holder, verdict);
    }

    /** Those of the command line, but for the source and the pool. */
    private static Map<String, String> settings(String source) {
        Map<String, String> settings = new HashMap<>();
        System.getProperties().stringPropertyNames().stream()
                .filter(key -> key.startsWith("vramguard."))
                .forEach(key -> settings.put(key, System.getProperty(key)));
        settings.put("vramguard.sources", source);
        settings.put("vramguard.pools", "gpu0");
        return settings;
    }

    Outcome expecting(Class<? extends Verdict> expected) {
        return Outcome.of(expected.isInstance(verdict), line());
    }

    /** The number of cycles, and the line that a user reads. */
    String line() {
        int cycles = pool().map(PoolVerdict::cycles).orElse(0);
        return Message.of(cycles + " cycles", trace(), verdict, cycles).line();
    }

    private Trace trace() {
        Trace trace = Trace.of(holder.target(), Map.of());
        for (Snapshot level : levels().toList()) {
            trace = trace.with(level);
        }
        return trace;
    }

    private Stream<Snapshot> levels() {
        return pool().stream().flatMap(judged -> judged.readings().stream()
                .map(reading -> Snapshot.settled(Instant.EPOCH, Map.of(judged.pool(), reading), Duration.ZERO)));
    }

    Optional<PoolVerdict> pool() {
        List<PoolVerdict> pools = verdict.pools();
        return pools.stream().findFirst();
    }
}
