package io.github.vramguard.measure;

import io.github.vramguard.memory.Trace;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Runs the same round trip again and again and takes the settled level after each. As a parameter of a test method it
 * leaves the loop in the test's own hands; the levels are judged when the test is over.
 *
 * <pre>{@code
 * cycles.run(cycle -> {
 *     try (var model = load()) {
 *         cycle.mark("loaded");
 *         model.complete(prompt);
 *     }
 * });
 * }</pre>
 */
public final class Cycles {

    /**
     * One round trip.
     *
     * @param <X> what it may throw
     */
    @FunctionalInterface
    public interface RoundTrip<X extends Exception> {

        /**
         * Load, use and unload.
         *
         * @param cycle the cycle that runs, for marks
         * @throws X if the round trip fails; no further cycle is run then
         */
        void run(Cycle cycle) throws X;
    }

    private final Supplier<Meter> meters;
    private final int most;
    private final Predicate<Trace> another;
    private final List<Trace> traces = new ArrayList<>();

    /**
     * Cycles that go on as long as another one would help, and not longer than a number of them.
     *
     * @param meter takes the levels
     * @param most the largest number of cycles
     * @param another whether the verdict on a trace needs another cycle
     */
    public Cycles(Meter meter, int most, Predicate<Trace> another) {
        this(() -> meter, most, another);
    }

    /**
     * The same where it is known only later whose levels to take.
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
     * Run the round trip until the verdict is certain, or until the largest number of cycles.
     *
     * @param <X> what the round trip may throw
     * @param roundTrip load, use and unload
     * @return the levels before the first cycle and after each, and the marks
     * @throws X if the round trip fails; what was measured until then is not judged
     */
    public <X extends Exception> Trace run(RoundTrip<X> roundTrip) throws X {
        Meter meter = meters.get();
        Recorder recorder = new Recorder(meter, meter.settled(), another);
        Lookout lookout = Lookout.over(meter);
        try {
            boolean wanted = true;
            while (wanted && recorder.trace().cycles() < most) {
                Cycle cycle = new Cycle(recorder.trace().cycles() + 1, meter, recorder.trace());
                roundTrip.run(cycle);
                wanted = recorder.endOf(cycle);
            }
        } finally {
            lookout.close();
        }
        Trace trace = recorder.trace();
        traces.add(trace);
        return trace;
    }

    /**
     * What the completed runs measured.
     *
     * @return a trace for each, in order
     */
    public List<Trace> traces() {
        return List.copyOf(traces);
    }
}
