package io.github.vramguard.junit;

import io.github.vramguard.Targets;
import io.github.vramguard.config.Mode;
import io.github.vramguard.config.Settings;
import io.github.vramguard.measure.Meter;
import io.github.vramguard.memory.MemoryTarget;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.Snapshot;
import io.github.vramguard.memory.Trace;
import io.github.vramguard.report.EndOfRun;
import io.github.vramguard.verdict.Unmeasured;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;

/** What all measured tests of one run share: the settings, the meters, the record, and the baseline of the next test. */
final class Session {

    static final Namespace NAMESPACE = Namespace.create("io.github.vramguard");

    private final Settings settings;
    private final Console console;
    private final MemoryTarget standard = Targets.thisJvmAndWhatItStarts();
    private final VerdictCounts verdicts = new VerdictCounts();
    private final InstanceBaseline instanceBaseline = new InstanceBaseline();
    private final Map<MemoryTarget, Meters> meters = new HashMap<>();
    private final Optional<Recording> recording;
    private final Map<MemoryTarget, Set<Pool>> judged = new LinkedHashMap<>();
    private final Set<String> warned = new HashSet<>();
    private Unmeasured unmeasured = Unmeasured.nothing();
    private final Set<Class<?>> prepared = new HashSet<>();
    private Optional<Preparation> preparation = Optional.empty();
    private boolean seriesIsRunning;

    private Session(Settings settings) {
        this.settings = settings;
        this.console = Console.of(settings);
        this.recording = isOff()
                ? Optional.empty()
                : Optional.of(
                        Recording.begin(settings, console, meters().ofAll().devices()));
    }

    static Session of(ExtensionContext context) {
        Store root = context.getRoot().getStore(NAMESPACE);
        Session session = root.getOrComputeIfAbsent(Session.class, key -> open(context), Session.class);
        root.getOrComputeIfAbsent(VerdictCounts.class, key -> new AtStoreClose(session::end));
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
        return settings.policy().mode() == Mode.OFF;
    }

    Enforcement enforcement() {
        return new Enforcement(settings, console);
    }

    Console console() {
        return console;
    }

    /** Warns of what is the same for many tests. */
    synchronized void warnOnce(String text) {
        if (warned.add(text)) {
            console.warn(text);
        }
    }

    VerdictCounts verdicts() {
        return verdicts;
    }

    /** Empty while measuring is off. */
    Optional<Recording> recording() {
        return recording;
    }

    private synchronized void end() {
        Duration spent = meters.values().stream().map(Meters::spent).reduce(Duration.ZERO, Duration::plus);
        EndOfRun end = recording
                .map(recorded -> recorded.end(spent.toMillis()))
                .orElseGet(() -> new EndOfRun(List.of(), List.of()));
        if (!verdicts.isEmpty()) {
            console.close(new Closing(verdicts, spent, unmeasured, end, weaknesses()));
        }
    }

    /** Only of what was judged: a test that asks for a GPU, or a record that names it, depends on no reading of this JVM. */
    private List<String> weaknesses() {
        return judged.entrySet().stream()
                .flatMap(of -> meters(of.getKey()).weaknesses(of.getValue()).stream())
                .distinct()
                .toList();
    }

    /** Remembers what a verdict is not about. */
    synchronized void unmeasured(Unmeasured ofOneVerdict) {
        unmeasured = unmeasured.and(ofOneVerdict);
    }

    /** Remembers whose memory was judged. */
    synchronized void judged(Trace trace) {
        judged.computeIfAbsent(trace.target(), any -> new TreeSet<>()).addAll(trace.pools());
    }

    /** The meters of this JVM and everything it starts. */
    Meters meters() {
        return meters(standard);
    }

    /** The meters of the target of a test: of its parameter, of the fields of its class, or this JVM. */
    Meters meters(ExtensionContext context) {
        MemoryTarget given = context.getStore(NAMESPACE).get(MeasuredTarget.class, MemoryTarget.class);
        return meters(given != null ? given : MeasuredTargets.inFields(context).orElse(standard));
    }

    /** Sets the target of a test to that of its parameters. */
    void measure(ExtensionContext context, MemoryTarget target) {
        context.getStore(NAMESPACE).put(MeasuredTarget.class, target);
    }

    private synchronized Meters meters(MemoryTarget target) {
        return meters.computeIfAbsent(target, any -> new Meters(target, settings));
    }

    /** Waits for these pools only. */
    Meter meter(ExtensionContext context, Set<Pool> pools) {
        return isOff() ? meters().idle() : meters(context).of(pools);
    }

    void beforeConstructionOf(Class<?> type, Optional<Object> outer, ExtensionContext context) {
        instanceBaseline
                .beforeConstructionOf(type, outer, () -> meters().ofAll().settled())
                .ifPresent(before -> prepare(context, before));
    }

    /** Watches what extensions of others take from now on, once for each class. */
    synchronized void prepare(ExtensionContext context, Snapshot before) {
        boolean isFirst = prepared.add(context.getRequiredTestClass());
        preparation = isFirst && !TestExtensions.of(context).areNone()
                ? Optional.of(new Preparation(meters().ofAll(), before))
                : Optional.empty();
    }

    synchronized void endPreparation() {
        preparation = Optional.empty();
    }

    /** Of the current test or class, if it is watched. */
    synchronized Optional<Preparation> preparation() {
        return preparation;
    }

    /** The level from before the instance of the test was created, or else the current one. */
    Snapshot takeBaseline(ExtensionContext context) {
        Optional<Snapshot> taken = instanceBaseline
                .take(context.getRequiredTestClass())
                .filter(before -> !MeasuredTargets.areDeclaredFor(context));
        if (taken.isEmpty()) {
            endPreparation();
        }
        return taken.orElseGet(() -> meters(context).ofAll().settled());
    }

    synchronized boolean seriesIsRunning() {
        return seriesIsRunning;
    }

    synchronized void seriesIsRunning(boolean running) {
        seriesIsRunning = running;
    }
}
