package io.github.vramguard.junit;

import io.github.vramguard.LeakGate;
import io.github.vramguard.config.Settings;
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

    /** Reads all pools that can be read: what a test will ask for is not always known before its instance is made. */
    Meter ofAll() {
        return of(Set.of());
    }

    Meter ofGpus() {
        return of(GPUS);
    }

    /** Waits for these pools and for no others. */
    synchronized Meter of(Set<Pool> pools) {
        return meters.computeIfAbsent(pools, asked -> LeakGate.with(settings).meter(target, sources(asked)));
    }

    /** Waits for nothing, because nothing is measured. */
    Meter idle() {
        return Meter.of(target, MemorySource.none(), settings.settling());
    }

    private Sources sources(Set<Pool> pools) {
        if (sources == null) {
            sources = Sources.of(target, settings.sources());
            sayWhatIsWeak(sources.only(settings.pools()));
        }
        return sources.only(pools);
    }

    private void sayWhatIsWeak(Sources used) {
        List<String> weaknesses = used.weaknesses(target);
        if (!weaknesses.isEmpty()) {
            Session.LOGGER.log(
                    System.Logger.Level.WARNING,
                    "{0}",
                    "readings of memory are coarser than they could be:\n  " + String.join("\n  ", weaknesses));
        }
    }

    synchronized Duration spent() {
        return meters.values().stream().map(Meter::spent).reduce(Duration.ZERO, Duration::plus);
    }
}
