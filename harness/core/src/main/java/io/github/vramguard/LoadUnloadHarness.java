package io.github.vramguard;

import io.github.vramguard.config.Settings;
import io.github.vramguard.gate.LeakGate;
import io.github.vramguard.measure.Cycle;
import io.github.vramguard.measure.Cycles;
import io.github.vramguard.measure.Meter;
import io.github.vramguard.measure.Rollback;
import io.github.vramguard.memory.MemoryTarget;
import io.github.vramguard.memory.Trace;
import io.github.vramguard.message.Message;
import io.github.vramguard.verdict.Verdict;
import java.util.Map;
import java.util.Set;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Repeats load, use and unload, and judges whether memory returns to its baseline. Works without a test framework:
 *
 * <pre>{@code
 * HarnessResult result = LoadUnloadHarness.of(Targets.thisJvm())
 *         .maxCycles(10)
 *         .run(() -> new LlamaModel(params), model -> model.complete(prompt), LlamaModel::close);
 * }</pre>
 *
 * @since 0.1.0
 */
@API(status = Status.MAINTAINED, since = "0.1.0")
public final class LoadUnloadHarness {

    private final MemoryTarget target;
    private final Settings settings;
    private final int maxCycles;

    private LoadUnloadHarness(MemoryTarget target, Settings settings, int maxCycles) {
        this.target = target;
        this.settings = settings;
        this.maxCycles = maxCycles;
    }

    /**
     * Returns a harness with the settings of this process.
     *
     * @param target whose memory to measure
     * @return the harness
     * @throws IllegalArgumentException if a setting is unknown or its value is not accepted
     */
    public static LoadUnloadHarness of(MemoryTarget target) {
        return with(target, Settings.ofProcess());
    }

    /**
     * Returns a harness with the given settings alone: neither system properties nor the environment count.
     *
     * @param target whose memory to measure
     * @param settings the values by key, for instance {@code "1 MiB"} for {@code vramguard.tolerance.heap}
     * @return the harness
     * @throws IllegalArgumentException if a setting is unknown or its value is not accepted
     */
    public static LoadUnloadHarness of(MemoryTarget target, Map<String, String> settings) {
        return with(target, Settings.of(settings));
    }

    private static LoadUnloadHarness with(MemoryTarget target, Settings settings) {
        return new LoadUnloadHarness(target, settings, settings.judging().maxCycles());
    }

    /**
     * Returns the same harness with another limit of cycles.
     *
     * @param most the number of cycles after which the series ends, decided or not; 20 by default
     * @return the harness
     * @throws IllegalArgumentException if the number is not positive
     */
    public LoadUnloadHarness maxCycles(int most) {
        if (most < 1) {
            throw new IllegalArgumentException(most + " cycles measure nothing; give at least 1, and 8 for a verdict");
        }
        return new LoadUnloadHarness(target, settings, most);
    }

    /**
     * Runs cycles until the verdict is certain.
     *
     * @param <M> what is loaded
     * @param load loads it
     * @param use works with it
     * @param unload releases it; also called when {@code use} fails
     * @return the verdict and what was measured
     * @throws Exception what load, use or unload threw; nothing is judged then
     */
    public <M> HarnessResult run(Load<? extends M> load, Step<? super M> use, Step<? super M> unload) throws Exception {
        return runWithMarks(load, (loaded, cycle) -> use.on(loaded), unload);
    }

    /**
     * Runs cycles until the verdict is certain, and lets the use take marks within a cycle.
     *
     * @param <M> what is loaded
     * @param load loads it
     * @param use works with it
     * @param unload releases it; also called when {@code use} fails
     * @return the verdict and what was measured
     * @throws Exception what load, use or unload threw; nothing is judged then
     */
    public <M> HarnessResult runWithMarks(Load<? extends M> load, Use<? super M> use, Step<? super M> unload)
            throws Exception {
        LeakGate gate = LeakGate.with(settings);
        Meter meter = gate.meter(target, Set.of());
        Trace trace = new Cycles(meter, maxCycles, gate::needsAnother).<Exception>run(cycle -> {
            M loaded = load.load();
            cycle.mark("loaded");
            useAndUnload(loaded, used -> use.on(used, cycle), unload);
        });
        return result(trace, gate.judge(trace));
    }

    private HarnessResult result(Trace trace, Verdict verdict) {
        String message = Message.of("LoadUnloadHarness", trace, verdict, maxCycles)
                .text(settings.reporting().hasFullMessages());
        return new HarnessResult(verdict, trace, message);
    }

    /** The exception of the use comes first, whatever unload then throws. */
    private static <M> void useAndUnload(M loaded, Step<? super M> use, Step<? super M> unload) throws Exception {
        Rollback.<Exception>onFailure(() -> use.on(loaded), () -> unload.on(loaded));
        unload.on(loaded);
    }

    /**
     * Loads what a cycle uses.
     *
     * @param <M> what is loaded
     */
    @FunctionalInterface
    public interface Load<M> {

        /**
         * Loads it.
         *
         * @return what was loaded
         * @throws Exception if that fails
         */
        M load() throws Exception;
    }

    /**
     * Uses or unloads what a cycle loaded.
     *
     * @param <M> what is loaded
     */
    @FunctionalInterface
    public interface Step<M> {

        /**
         * Uses or unloads it.
         *
         * @param loaded what was loaded
         * @throws Exception if that fails
         */
        void on(M loaded) throws Exception;
    }

    /**
     * Uses what a cycle loaded, with marks.
     *
     * @param <M> what is loaded
     */
    @FunctionalInterface
    public interface Use<M> {

        /**
         * Uses it.
         *
         * @param loaded what was loaded
         * @param cycle the current cycle, for marks
         * @throws Exception if that fails
         */
        void on(M loaded, Cycle cycle) throws Exception;
    }
}
