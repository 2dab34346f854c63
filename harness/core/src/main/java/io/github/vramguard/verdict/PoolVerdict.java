package io.github.vramguard.verdict;

import io.github.vramguard.memory.MemoryTarget.OneProcess;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.Reading;
import io.github.vramguard.memory.Trace;
import io.github.vramguard.verdict.InconclusiveReason.Cause;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What the readings of one pool say.
 *
 * @param pool the pool
 * @param readings the settled readings, the first before the first cycle
 * @param series the shape of the series and the rate of its growth
 * @param outcome what it contributes to the verdict
 * @param excluded the growth in each cycle that would have been seen, in the unit of the pool
 * @param caches those that explain its growth; empty if there is none to explain
 */
public record PoolVerdict(
        Pool pool,
        List<Reading> readings,
        SeriesVerdict series,
        PoolOutcome outcome,
        double excluded,
        List<Cache> caches) {

    private static final double ROUNDING = 1e-3;
    private static final double DOUBT = 0.05;

    /** Copies the lists. */
    public PoolVerdict {
        readings = List.copyOf(readings);
        caches = List.copyOf(caches);
    }

    /** The verdict that readings alone give. */
    static PoolVerdict of(
            Pool pool, List<Reading> readings, SeriesVerdict series, PoolOutcome outcome, double excluded) {
        return new PoolVerdict(pool, readings, series, outcome, excluded, List.of());
    }

    /**
     * The processes that have ended and for which a driver still books memory at the last reading, and not at the first.
     *
     * @return each with its name
     */
    public List<String> stranded() {
        return remains().stranded();
    }

    private Remains remains() {
        return new Remains(readings.get(0), readings.get(readings.size() - 1));
    }

    /** Whether something is left behind, however much it is. */
    boolean leavesBehind() {
        return !remains().isEmpty();
    }

    /** Whether it grows more than that in each cycle; a rate is a quotient, and may be off by a rounding. */
    boolean growsBeyond(double perCycle) {
        return series.rate() > perCycle + ROUNDING;
    }

    PoolVerdict with(PoolOutcome other) {
        return new PoolVerdict(pool, readings, series, other, excluded, caches);
    }

    /** Growth that caches of running servers explain is no leak, and nothing shows that it is none. */
    PoolVerdict knowing(Trace trace, double tolerance) {
        List<Cache> growing = outcome == PoolOutcome.FAILED
                ? Cache.in(pool, trace).stream()
                        .filter(cache -> cache.explains(series.growth(), series.rate(), tolerance))
                        .toList()
                : List.of();
        return growing.isEmpty()
                ? this
                : new PoolVerdict(pool, readings, series, PoolOutcome.INCONCLUSIVE, excluded, growing);
    }

    /**
     * The processes that the target left behind: they run on although their parent has ended, and did not at the beginning.
     *
     * @return those of the last reading, the oldest first
     */
    public List<OneProcess> orphans() {
        return remains().orphans();
    }

    /**
     * The processes that descend from the target at the last reading and did not at the first.
     *
     * @return the processes, the oldest first
     */
    public List<OneProcess> survivors() {
        return remains().survivors();
    }

    /**
     * The cycles that were measured.
     *
     * @return their number
     */
    public int cycles() {
        return readings.size() - 1;
    }

    /**
     * Growth in each cycle, rounded.
     *
     * @return bytes or a count, as the pool's unit says
     */
    public long perCycle() {
        return Math.round(series.rate());
    }

    /**
     * The share of cycles that is excluded to leak: with 95 % confidence, one of the quiet cycles would have shown it.
     *
     * @return from 0 to 1; empty where it leaks, is open, or noise could hide a rise
     */
    public OptionalDouble excludedShare() {
        return series.quiet() == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(1 - Math.pow(DOUBT, 1.0 / series.quiet()));
    }

    /** The cycle after which the pool was last not read: 0 for before the first, empty if it always was. */
    OptionalInt lastGap() {
        return IntStream.range(0, readings.size())
                .filter(cycle -> readings.get(cycle) instanceof Reading.Gap)
                .reduce((one, later) -> later);
    }

    boolean waitsForCycles() {
        return outcome == PoolOutcome.INCONCLUSIVE && series.need() > 0 && caches.isEmpty();
    }

    /** Why the verdict cannot rest on this pool. */
    InconclusiveReason doubt() {
        if (outcome == PoolOutcome.REPORTED) {
            return new InconclusiveReason(
                    Cause.UNREADABLE, pool, "only shown, never judged: other memory is in the number too");
        }
        if (lastGap().isPresent()) {
            return new InconclusiveReason(
                    Cause.UNREADABLE, pool, unread(lastGap().getAsInt()));
        }
        if (!caches.isEmpty()) {
            return new InconclusiveReason(
                    Cause.CACHE,
                    pool,
                    "grows " + pool.format(perCycle()) + " a cycle, as "
                            + caches.stream().map(Cache::toString).collect(Collectors.joining(", and as ")));
        }
        if (cycles() == 1) {
            return new InconclusiveReason(
                    Cause.FIRST_USE,
                    pool,
                    pool.format(Math.round(series.growth()))
                            + " stay, which a first use can explain; make it a @LeakTest");
        }
        if (series.shape() == Shape.SATURATING) {
            return new InconclusiveReason(
                    Cause.SATURATING, pool, "still growing, but ever more slowly; more cycles would tell");
        }
        return new InconclusiveReason(
                cycles() < Preset.FEWEST_CYCLES ? Cause.TOO_FEW_CYCLES : Cause.TOO_NOISY,
                pool,
                series.detail() + "; about " + series.need() + " more would tell");
    }

    private String unread(int cycle) {
        String why = readings.get(cycle).toString();
        if (outcome == PoolOutcome.UNREAD) {
            return why;
        }
        if (cycles() == 1) {
            return "not read " + (cycle == 0 ? "before" : "after") + " the run: " + why;
        }
        return "not read " + (cycle == 0 ? "before the first cycle" : "after cycle " + cycle) + ": " + why;
    }
}
