package io.github.vramguard;

import io.github.vramguard.config.Settings;
import io.github.vramguard.measure.Cycle;
import io.github.vramguard.measure.Cycles;
import io.github.vramguard.measure.Meter;
import io.github.vramguard.memory.MemoryTarget;
import io.github.vramguard.memory.Trace;
import io.github.vramguard.verdict.Verdict;
import java.util.Set;

/**
 * Loads, uses and unloads again and again, and tells whether memory returns to its baseline. For use without a test
 * framework:
 *
 * <pre>{@code
 * Verdict verdict = LoadUnloadHarness.of(Targets.thisJvm())
 *         .cycles(10)
 *         .run(() -> new LlamaModel(params), model -> model.complete(prompt), LlamaModel::close);
 * }</pre>
 */
public final class LoadUnloadHarness {

    private final MemoryTarget target;
    private final Settings settings;
    private final int cycles;

    private LoadUnloadHarness(MemoryTarget target, Settings settings, int cycles) {
        this.target = target;
        this.settings = settings;
        this.cycles = cycles;
    }

    /**
     * A harness with the settings of this process.
     *
     * @param target whose memory to measure
     * @return the harness
     * @throws IllegalArgumentException if a setting is unknown or its value is not accepted
     */
    public static LoadUnloadHarness of(MemoryTarget target) {
        return of(target, Settings.ofProcess());
    }

    /**
     * A harness with settings of the caller's.
     *
     * @param target whose memory to measure
     * @param settings what to measure and to forgive
     * @return the harness
     */
    public static LoadUnloadHarness of(MemoryTarget target, Settings settings) {
        return new LoadUnloadHarness(target, settings, settings.maxCycles());
    }

    /**
     * The same with another limit of cycles.
     *
     * @param most after so many cycles the series ends, decided or not; 20 by default
     * @return the harness
     * @throws IllegalArgumentException if it is not positive
     */
    public LoadUnloadHarness cycles(int most) {
        if (most < 1) {
            throw new IllegalArgumentException(most + " cycles measure nothing; give at least 1, and 8 for a verdict");
        }
        return new LoadUnloadHarness(target, settings, most);
    }

    /**
     * Run cycles until the verdict is certain.
     *
     * @param <M> what is loaded
     * @param load makes it
     * @param use works with it
     * @param unload gives it back; also called when the use fails
     * @return the verdict
     * @throws Exception what load, use or unload threw; nothing is judged then
     */
    public <M> Verdict run(Load<? extends M> load, Step<? super M> use, Step<? super M> unload) throws Exception {
        return runWithMarks(load, (loaded, cycle) -> use.on(loaded), unload);
    }

    /**
     * Run cycles until the verdict is certain, where the use takes marks within the cycle.
     *
     * @param <M> what is loaded
     * @param load makes it
     * @param use works with it
     * @param unload gives it back; also called when the use fails
     * @return the verdict
     * @throws Exception what load, use or unload threw; nothing is judged then
     */
    public <M> Verdict runWithMarks(Load<? extends M> load, Use<? super M> use, Step<? super M> unload)
            throws Exception {
        LeakGate gate = LeakGate.with(settings);
        Meter meter = gate.meter(target, Set.of());
        Trace trace = new Cycles(meter, cycles, gate::needsAnother).<Exception>run(cycle -> {
            M loaded = load.load();
            cycle.mark("loaded");
            useAndUnload(loaded, used -> use.on(used, cycle), unload);
        });
        return gate.judge(trace);
    }

    /** What the use threw comes first, whatever the unload then throws. */
    private static <M> void useAndUnload(M loaded, Step<? super M> use, Step<? super M> unload) throws Exception {
        try {
            use.on(loaded);
        } catch (Throwable failed) {
            try {
                unload.on(loaded);
            } catch (Exception alsoFailed) {
                failed.addSuppressed(alsoFailed);
            }
            throw failed;
        }
        unload.on(loaded);
    }

    /**
     * Makes what a cycle loads.
     *
     * @param <M> what is loaded
     */
    @FunctionalInterface
    public interface Load<M> {

        /**
         * Load.
         *
         * @return what was loaded
         * @throws Exception if that fails
         */
        M load() throws Exception;
    }

    /**
     * One step on what a cycle loaded.
     *
     * @param <M> what is loaded
     */
    @FunctionalInterface
    public interface Step<M> {

        /**
         * Use or unload.
         *
         * @param loaded what was loaded
         * @throws Exception if that fails
         */
        void on(M loaded) throws Exception;
    }

    /**
     * The use of what a cycle loaded.
     *
     * @param <M> what is loaded
     */
    @FunctionalInterface
    public interface Use<M> {

        /**
         * Use it.
         *
         * @param loaded what was loaded
         * @param cycle the cycle that runs, for marks
         * @throws Exception if that fails
         */
        void on(M loaded, Cycle cycle) throws Exception;
    }
}
