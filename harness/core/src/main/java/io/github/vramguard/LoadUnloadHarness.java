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
import org.jspecify.annotations.Nullable;

/**
 * Repeats load, use and unload, and judges whether memory returns to its baseline. Works without a test framework:
 *
 * <pre>{@code
 * HarnessResult result = LoadUnloadHarness.of(Targets.thisJvm())
 *         .run(() -> new LlamaModel(params), model -> model.complete(prompt), LlamaModel::close);
 * }</pre>
 *
 * @since 0.1.0
 */
@API(status = Status.MAINTAINED, since = "0.1.0")
public final class LoadUnloadHarness {

    private static final System.Logger LOGGER = System.getLogger(LoadUnloadHarness.class.getName());

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
     * <p>With fewer than 15 cycles, a leak in some pools cannot be proven; a warning in the log of this class names them.
     *
     * @param most the number of cycles after which the series ends, decided or not; 20 by default
     * @return the harness
     * @throws IllegalArgumentException if the number is not positive
     */
    public LoadUnloadHarness maxCycles(int most) {
        if (most < 1) {
            throw new IllegalArgumentException(
                    most + " cycles measure nothing; give at least 1, and 15 to prove a leak in every pool");
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
     * @throws IllegalStateException if load returns null: nothing was loaded, so that nothing can be judged
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
     * @throws IllegalStateException if load returns null: nothing was loaded, so that nothing can be judged
     * @throws Exception what load, use or unload threw; nothing is judged then
     */
    public <M> HarnessResult runWithMarks(Load<? extends M> load, Use<? super M> use, Step<? super M> unload)
            throws Exception {
        LeakGate gate = LeakGate.with(settings);
        Meter meter = gate.meter(target, Set.of());
        gate.shortfall(meter.trace().with(meter.now()), maxCycles)
                .ifPresent(warning -> LOGGER.log(System.Logger.Level.WARNING, warning));
        Trace trace = new Cycles(meter, maxCycles, gate::needsAnother).run(cycle -> {
            M loaded = loaded(load.load(), cycle);
            cycle.mark("loaded");
            useAndUnload(loaded, used -> use.on(used, cycle), unload);
        });
        return result(trace, gate.judge(trace));
    }

    /** Native libraries answer null where they cannot load: nothing was loaded, so that nothing could leak. */
    private static <M> M loaded(@Nullable M loaded, Cycle cycle) {
        if (loaded == null) {
            throw new IllegalStateException("load returned null in cycle " + cycle.number()
                    + ", so nothing was loaded and there is nothing to judge; if it has no result of its own, return any"
                    + " other object");
        }
        return loaded;
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
         * @return what was loaded; null counts as a failure
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
