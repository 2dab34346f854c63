package io.github.vramguard.junit;

import io.github.vramguard.LeakGate;
import io.github.vramguard.Targets;
import io.github.vramguard.config.Mode;
import io.github.vramguard.config.Settings;
import io.github.vramguard.measure.Meter;
import io.github.vramguard.memory.MemoryTarget;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.Snapshot;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

    private final Settings settings;
    private final MemoryTarget standard = Targets.thisJvmAndWhatItStarts();
    private final Tally tally = new Tally();
    private final Map<MemoryTarget, Meters> meters = new HashMap<>();
    private @Nullable Construction construction;
    private final Optional<Recording> recording;
    private boolean seriesIsRunning;

    private Session(Settings settings) {
        this.settings = settings;
        this.recording = isOff()
                ? Optional.empty()
                : Optional.of(Recording.begin(settings, meters().ofAll().devices()));
    }

    static Session of(ExtensionContext context) {
        Store root = context.getRoot().getStore(NAMESPACE);
        Session session = root.getOrComputeIfAbsent(Session.class, key -> open(context), Session.class);
        root.getOrComputeIfAbsent(Tally.class, key -> new AtStoreClose(session::end));
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

    Enforcement enforcement() {
        return new Enforcement(settings);
    }

    Tally tally() {
        return tally;
    }

    /** What this JVM records; nothing while measuring is off. */
    Optional<Recording> recording() {
        return recording;
    }

    private synchronized void end() {
        Duration spent = meters.values().stream().map(Meters::spent).reduce(Duration.ZERO, Duration::plus);
        List<String> said =
                recording.map(recorded -> recorded.end(spent.toMillis())).orElse(List.of());
        if (!tally.isEmpty()) {
            LOGGER.log(System.Logger.Level.INFO, "{0}", tally.line(spent, said));
        }
    }

    /** Those of this JVM and what it starts. */
    Meters meters() {
        return meters(standard);
    }

    /** Those of the target of a test: what a parameter gave to it, what the fields of its class hold, or else the standard. */
    Meters meters(ExtensionContext context) {
        MemoryTarget given = context.getStore(NAMESPACE).get(MeasuredTarget.class, MemoryTarget.class);
        return meters(given != null ? given : MeasuredTargets.inFields(context).orElse(standard));
    }

    /** Has a test measure what its parameters gave to it. */
    void measure(ExtensionContext context, MemoryTarget target) {
        context.getStore(NAMESPACE).put(MeasuredTarget.class, target);
    }

    private synchronized Meters meters(MemoryTarget target) {
        return meters.computeIfAbsent(target, any -> new Meters(target, settings));
    }

    /** Waits for the pools that a test asks for, and for no others. */
    Meter meter(ExtensionContext context) {
        return isOff() ? meters().idle() : meters(context).of(askedFor(context));
    }

    /**
     * Called before an instance is made; of a nested instance and of those around it, the first counts. A class is
     * initialized first: what its static fields hold lives longer than any test.
     */
    synchronized void beforeConstructionOf(Class<?> type, Optional<Object> outer) {
        Construction last = construction;
        boolean goesOn = last != null && outer.filter(last.type::isInstance).isPresent();
        initialize(type);
        construction = new Construction(
                type, goesOn && last != null ? last.before : meters().ofAll().settled());
    }

    private static void initialize(Class<?> type) {
        try {
            Class.forName(type.getName(), true, type.getClassLoader());
        } catch (ClassNotFoundException impossible) {
            throw new IllegalStateException(type + " was loaded and cannot be found", impossible);
        }
    }

    /** The level from before an instance of the class was made, or else one of now; each is given away once. */
    synchronized Snapshot takeBaseline(ExtensionContext context) {
        Construction last = construction;
        construction = null;
        boolean isTheirs = last != null && last.type == context.getRequiredTestClass();
        return last != null && isTheirs && !MeasuredTargets.areDeclaredFor(context)
                ? last.before
                : meters(context).ofAll().settled();
    }

    synchronized boolean seriesIsRunning() {
        return seriesIsRunning;
    }

    synchronized void seriesIsRunning(boolean running) {
        seriesIsRunning = running;
    }
}
