package io.github.vramguard.junit;

import io.github.vramguard.config.Settings;
import io.github.vramguard.gate.LeakGate;
import io.github.vramguard.measure.Meter;
import io.github.vramguard.memory.MemoryTarget;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.source.Sources;
import io.github.vramguard.source.spi.MemorySource;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The meters of one target, which read from the same sources. */
final class Meters {

    private static final Set<Pool> GPUS =
            Pool.all().stream().filter(Pool::isGpu).collect(Collectors.toUnmodifiableSet());

    private final MemoryTarget target;
    private final Settings settings;
    private final LateRelease lateRelease = new LateRelease();
    private final Map<Set<Pool>, Meter> meters = new HashMap<>();
    private @Nullable Sources sources;

    Meters(MemoryTarget target, Settings settings) {
        this.target = target;
        this.settings = settings;
    }

    LateRelease lateRelease() {
        return lateRelease;
    }

    /** Reads all pools that can be read: which ones a test names is not always known before its instance is created. */
    Meter ofAll() {
        return of(Set.of());
    }

    Meter ofGpus() {
        return of(GPUS);
    }

    /** Waits for these pools only. */
    synchronized Meter of(Set<Pool> pools) {
        return meters.computeIfAbsent(pools, asked -> LeakGate.with(settings).meter(target, sources(asked)));
    }

    /** Measures nothing. */
    Meter idle() {
        return Meter.of(target, MemorySource.none(), settings.measuring().settling());
    }

    private Sources sources(Set<Pool> pools) {
        if (sources == null) {
            sources = Sources.of(target, settings.measuring().sources());
        }
        return sources.only(pools);
    }

    /** What makes the readings of some pools less exact than they could be. */
    synchronized List<String> weaknesses(Set<Pool> pools) {
        return sources(pools).weaknesses(target);
    }

    synchronized Duration spent() {
        return meters.values().stream().map(Meter::spent).reduce(Duration.ZERO, Duration::plus);
    }
}
