package io.github.vramguard.measure;

import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.Reading;
import io.github.vramguard.memory.RoundTrip;
import io.github.vramguard.memory.Snapshot;
import io.github.vramguard.memory.Trace;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Records the settled level after each cycle, and decides when there are enough of them. A verdict never rests on one reading: the
 * last level is taken a second time before the cycles end, and what stayed high after one cycle is waited for after the next one, too:
 * a compiler of the JVM may have been busy for all the time that it was given.
 */
@API(status = Status.INTERNAL, since = "0.1.0")
public final class Recorder {

    /** In a row: what is not released then is not released late, and waiting for it in each cycle would take minutes. */
    private static final int MOST_IN_VAIN = 2;

    private final Meter meter;
    private final Predicate<Trace> another;
    private Trace trace;
    private Snapshot level;
    private Snapshot lastButOne;
    private int vain;

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
        this.lastButOne = before;
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
        Snapshot goal = lower(level, lastButOne);
        Optional<Release> release = vain < MOST_IN_VAIN
                ? RoundTrip.openIn(before).map(loaded -> Release.of(before, level, loaded))
                : Optional.empty();
        lastButOne = level;
        level = meter.settled(goal, release);
        vain = release.map(due -> due.isMissedBy(level) ? vain + 1 : 0).orElse(vain);
        trace = before.with(key, level);
        if (another.test(trace)) {
            return true;
        }
        level = meter.settled(goal);
        trace = before.with(key, level);
        return another.test(trace);
    }

    private static Snapshot lower(Snapshot level, Snapshot other) {
        SortedMap<Pool, Reading> lower = new TreeMap<>(level.readings());
        lower.replaceAll((pool, reading) -> other.of(pool).amount().orElse(Long.MAX_VALUE)
                        < reading.amount().orElse(Long.MIN_VALUE)
                ? other.of(pool)
                : reading);
        return Snapshot.momentary(level.at(), lower);
    }
}
