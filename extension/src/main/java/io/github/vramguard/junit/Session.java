package io.github.vramguard.junit;

import io.github.vramguard.LeakGate;
import io.github.vramguard.Mode;
import io.github.vramguard.Settings;
import io.github.vramguard.measure.Meter;
import io.github.vramguard.memory.MemoryTarget;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.Snapshot;
import io.github.vramguard.source.MemorySource;
import io.github.vramguard.source.Sources;
import io.github.vramguard.source.Targets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;

/** What all measured tests of one run share: the settings, the meters, and a level that waits for its test. */
final class Session {

    /** The level before the last instance was made, and its class: where making it failed, the level is nobody's. */
    private record Construction(Class<?> type, Snapshot before) {}

    static final System.Logger LOGGER = System.getLogger("io.github.vramguard");
    static final Namespace NAMESPACE = Namespace.create("io.github.vramguard");

    private static final Set<Pool> GPUS =
            Pool.all().stream().filter(Pool::isGpu).collect(Collectors.toUnmodifiableSet());

    private final Settings settings;
    private final MemoryTarget target = Targets.thisJvm();
    private final LateRelease lateRelease = new LateRelease();
    private final Tally tally = new Tally();
    private final Map<Set<Pool>, Meter> meters = new HashMap<>();
    private @Nullable Sources sources;
    private @Nullable Construction construction;
    private boolean seriesIsRunning;

    private Session(Settings settings) {
        this.settings = settings;
    }

    static Session of(ExtensionContext context) {
        Store root = context.getRoot().getStore(NAMESPACE);
        Session session = root.getOrComputeIfAbsent(Session.class, key -> open(context), Session.class);
        root.getOrComputeIfAbsent(Tally.class, key -> new AtStoreClose(session::sayWhatItCost));
        return session;
    }

    private static Session open(ExtensionContext context) {
        try {
            return new Session(Settings.from(context::getConfigurationParameter, PlatformProperties.names()));
        } catch (IllegalArgumentException refused) {
            throw new ExtensionConfigurationException(refused.getMessage(), refused);
        }
    }

    Settings settings() {
        return settings;
    }

    boolean isOff() {
        return settings.mode() == Mode.OFF;
    }

    /** The pools that a test asks for by name: in its annotation, or else in the settings. */
    Set<Pool> askedFor(ExtensionContext context) {
        Set<Pool> named = Nearest.pools(context);
        return named.isEmpty() ? settings.pools() : named;
    }

    /** The rule for a test, with what it is permitted to leak. */
    LeakGate gate(ExtensionContext context) {
        return LeakGate.with(settings).permitting(Nearest.knownLeaks(context));
    }

    Tally tally() {
        return tally;
    }

    private synchronized void sayWhatItCost() {
        if (!tally.isEmpty()) {
            Duration spent = meters.values().stream().map(Meter::spent).reduce(Duration.ZERO, Duration::plus);
            LOGGER.log(System.Logger.Level.INFO, "{0}", tally.line(spent));
        }
    }

    LateRelease lateRelease() {
        return lateRelease;
    }

    /** Reads all pools that can be read: what a test will ask for is not always known before its instance is made. */
    Meter meter() {
        return meter(Set.of());
    }

    /** Waits for the pools that a test asks for, and for no others. */
    Meter meter(ExtensionContext context) {
        return isOff() ? Meter.of(target, MemorySource.none(), settings.settling()) : meter(askedFor(context));
    }

    Meter gpuMeter() {
        return meter(GPUS);
    }

    private synchronized Meter meter(Set<Pool> pools) {
        return meters.computeIfAbsent(pools, asked -> Meter.of(target, sources(asked), settings.settling()));
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
        if (!isOff() && !weaknesses.isEmpty()) {
            LOGGER.log(
                    System.Logger.Level.WARNING,
                    "{0}",
                    "readings of memory are coarser than they could be:\n  " + String.join("\n  ", weaknesses));
        }
    }

    /** Called before an instance is made; of a nested instance and of those around it, the first counts. */
    synchronized void beforeConstructionOf(Class<?> type, Optional<Object> outer) {
        Construction last = construction;
        boolean goesOn = last != null && outer.filter(last.type::isInstance).isPresent();
        construction = new Construction(type, goesOn && last != null ? last.before : meter().settled());
    }

    /** The level from before an instance of the class was made, or else one of now; each is given away once. */
    synchronized Snapshot takeBaseline(Class<?> type) {
        Construction last = construction;
        construction = null;
        return last != null && last.type == type ? last.before : meter().settled();
    }

    synchronized boolean seriesIsRunning() {
        return seriesIsRunning;
    }

    synchronized void seriesIsRunning(boolean running) {
        seriesIsRunning = running;
    }
}
