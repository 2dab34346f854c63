package io.github.vramguard.measure;

import io.github.vramguard.memory.Trace;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Repeats a round trip and takes the settled level after each cycle. As a parameter of a test method it
 * lets the test run the loop; the levels are judged after the test.
 *
 * <pre>{@code
 * cycles.run(cycle -> {
 *     try (var model = load()) {
 *         cycle.mark("loaded");
 *         model.complete(prompt);
 *     }
 * });
 * }</pre>
 *
 * @since 0.1.0
 */
@API(status = Status.MAINTAINED, since = "0.1.0")
public final class Cycles {

    /** One round trip. */
    @FunctionalInterface
    public interface RoundTrip {

        /**
         * Load, use and unload.
         *
         * @param cycle the cycle that runs, for marks
         * @throws Exception if the round trip fails; no further cycle is run then
         */
        void run(Cycle cycle) throws Exception;
    }

    private final Supplier<Meter> meters;
    private final int most;
    private final Predicate<Trace> another;
    private final List<Trace> traces = new ArrayList<>();

    /**
     * Cycles that continue while the verdict needs another one, up to a limit.
     *
     * @param meter takes the levels
     * @param most the largest number of cycles
     * @param another whether the verdict on a trace needs another cycle
     */
    public Cycles(Meter meter, int most, Predicate<Trace> another) {
        this(() -> meter, most, another);
    }

    /**
     * Cycles whose meter is known only later.
     *
     * @param meters gives the meter when cycles begin
     * @param most the largest number of cycles
     * @param another whether the verdict on a trace needs another cycle
     */
    public Cycles(Supplier<Meter> meters, int most, Predicate<Trace> another) {
        this.meters = meters;
        this.most = most;
        this.another = another;
    }

    /**
     * Runs the round trip until the verdict is certain, or until the largest number of cycles.
     *
     * <p>If the round trip fails, its exception is thrown as it is, also a checked one, and what was measured until then is not
     * judged. Callers need not declare the exception: as a type parameter, Kotlin could not infer it.
     *
     * @param roundTrip load, use and unload
     * @return the levels before the first cycle and after each, and the marks
     */
    public Trace run(RoundTrip roundTrip) {
        Meter meter = meters.get();
        Recorder recorder = new Recorder(meter, meter.settled(), another);
        Lookout lookout = Lookout.over(meter);
        try {
            boolean wanted = true;
            while (wanted && recorder.trace().cycles() < most) {
                Cycle cycle = new Cycle(recorder.trace().cycles() + 1, meter, recorder.trace());
                Cycles.<RuntimeException>run(roundTrip, cycle);
                wanted = recorder.endOf(cycle);
            }
        } finally {
            lookout.close();
        }
        Trace trace = recorder.trace();
        traces.add(trace);
        return trace;
    }

    /** As JUnit's assertions do with what they execute. */
    @SuppressWarnings("unchecked")
    private static <X extends Exception> void run(RoundTrip roundTrip, Cycle cycle) throws X {
        try {
            roundTrip.run(cycle);
        } catch (Exception failed) {
            throw (X) failed;
        }
    }

    /**
     * Returns what the completed runs measured.
     *
     * @return a trace for each, in order
     */
    public List<Trace> traces() {
        return List.copyOf(traces);
    }
}
