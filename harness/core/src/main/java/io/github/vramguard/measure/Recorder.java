package io.github.vramguard.measure;

import io.github.vramguard.memory.Snapshot;
import io.github.vramguard.memory.Trace;
import java.util.function.Predicate;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Records the settled level after each cycle, and decides when there are enough of them. A verdict never rests on one reading: the
 * last level is taken a second time before the cycles end.
 */
@API(status = Status.INTERNAL, since = "0.1.0")
public final class Recorder {

    private final Meter meter;
    private final Predicate<Trace> another;
    private Trace trace;
    private Snapshot level;

    /**
     * A recorder that begins at a level.
     *
     * @param meter takes the levels
     * @param before the level before the first cycle
     * @param another whether the verdict on a trace needs another cycle
     */
    public Recorder(Meter meter, Snapshot before, Predicate<Trace> another) {
        this.meter = meter;
        this.another = another;
        this.level = before;
        this.trace = meter.trace().with(before);
    }

    /**
     * Returns what was recorded so far.
     *
     * @return the trace
     */
    public Trace trace() {
        return trace;
    }

    /**
     * Records the level after a cycle without marks.
     *
     * @return whether another cycle would help
     */
    public boolean endOfCycle() {
        return end(trace, "");
    }

    /**
     * Records the level after a cycle with its marks and its key.
     *
     * @param cycle the cycle that ended
     * @return whether another cycle would help
     */
    boolean endOf(Cycle cycle) {
        return end(cycle.trace(), cycle.key());
    }

    private boolean end(Trace before, String key) {
        Snapshot earlier = level;
        level = meter.settled(earlier);
        trace = before.with(key, level);
        if (another.test(trace)) {
            return true;
        }
        level = meter.settled(earlier);
        trace = before.with(key, level);
        return another.test(trace);
    }
}
