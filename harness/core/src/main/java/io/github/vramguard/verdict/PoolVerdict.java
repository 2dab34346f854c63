package io.github.vramguard.verdict;

import io.github.vramguard.memory.MemoryTarget.OneProcess;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.Reading;
import io.github.vramguard.memory.Trace;
import io.github.vramguard.verdict.InconclusiveReason.Cause;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The verdict on one pool.
 *
 * @param pool the pool
 * @param readings the settled readings, the first before the first cycle
 * @param series the shape of the series and the rate of its growth
 * @param outcome what it contributes to the verdict
 * @param excluded the smallest detectable leak: growth per cycle that would have been detected, in the unit of the pool
 * @param caches caches that explain its growth; empty if there is none to explain
 * @since 0.1.0
 */
@API(status = Status.MAINTAINED, since = "0.1.0")
public record PoolVerdict(
        Pool pool,
        List<Reading> readings,
        SeriesVerdict series,
        PoolOutcome outcome,
        double excluded,
        List<Cache> caches) {

    private static final double ROUNDING = 1e-3;
    private static final double SIGNIFICANCE = 0.05;

    /** Copies the lists. */
    public PoolVerdict {
        readings = List.copyOf(readings);
        caches = List.copyOf(caches);
    }

    /** The verdict from readings alone. */
    public static PoolVerdict of(
            Pool pool, List<Reading> readings, SeriesVerdict series, PoolOutcome outcome, double excluded) {
        return new PoolVerdict(pool, readings, series, outcome, excluded, List.of());
    }

    /**
     * Returns the processes that have ended and for which a driver reports memory at the last reading, but not at the first.
     *
     * @return each with its name
     */
    public List<String> stranded() {
        return left().stranded();
    }

    private Residual left() {
        return new Residual(readings.get(0), readings.get(readings.size() - 1));
    }

    /** Whether a process, or memory of an ended one, remains, however much it is. */
    public boolean hasResidual() {
        return !left().isEmpty();
    }

    /** Whether it grows more than that in each cycle; a rate is a quotient, and may be off by a rounding. */
    public boolean growsBeyond(double perCycle) {
        return series.rate() > perCycle + ROUNDING;
    }

    public PoolVerdict with(PoolOutcome other) {
        return new PoolVerdict(pool, readings, series, other, excluded, caches);
    }

    /** Growth that caches of running servers explain may be a leak or not. */
    public PoolVerdict knowing(Trace trace, double tolerance) {
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
     * Returns the processes that outlived their parent and were not there at the first reading.
     *
     * @return those of the last reading, the oldest first
     */
    public List<OneProcess> orphans() {
        return left().orphans();
    }

    /**
     * Returns the descendants of the target at the last reading that were not there at the first.
     *
     * @return the processes, the oldest first
     */
    public List<OneProcess> survivors() {
        return left().survivors();
    }

    /**
     * Returns the number of measured cycles.
     *
     * @return their number
     */
    public int cycles() {
        return readings.size() - 1;
    }

    /**
     * Returns the growth per cycle, rounded.
     *
     * @return bytes or a count, as the pool's unit says
     */
    public long perCycle() {
        return Math.round(series.rate());
    }

    /**
     * Returns the residual: what stays above the baseline.
     *
     * @return the last reading minus the first, in the unit of the pool; empty if one of the two is missing
     */
    public OptionalLong residual() {
        return readings.get(cycles()).minus(readings.get(0));
    }

    /**
     * Returns the share of cycles from which on a leak is ruled out: with 95% confidence, one of the quiet cycles would have
     * shown it.
     *
     * @return from 0 to 1; empty if it leaks, is inconclusive, or noise could hide a rise
     */
    public OptionalDouble excludedShare() {
        return series.quiet() == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(1 - Math.pow(SIGNIFICANCE, 1.0 / series.quiet()));
    }

    /** The cycle after which the pool was last not read: 0 for before the first, empty if it always was. */
    public OptionalInt lastGap() {
        return IntStream.range(0, readings.size())
                .filter(cycle -> readings.get(cycle) instanceof Reading.Gap)
                .reduce((one, later) -> later);
    }

    /** Whether another cycle can decide it. */
    public boolean needsMoreCycles() {
        return outcome == PoolOutcome.INCONCLUSIVE && !series.shape().certain() && caches.isEmpty();
    }

    /** Why this pool has no verdict. */
    public InconclusiveReason reason() {
        if (outcome == PoolOutcome.REPORTED) {
            return new InconclusiveReason(
                    Cause.UNREADABLE, pool, "reported, not enforced: the number includes other memory");
        }
        if (lastGap().isPresent()) {
            return new InconclusiveReason(Cause.UNREADABLE, pool, unread());
        }
        if (!caches.isEmpty()) {
            return new InconclusiveReason(
                    Cause.CACHE,
                    pool,
                    "grows " + pool.format(perCycle()) + " per cycle, as "
                            + caches.stream().map(Cache::toString).collect(Collectors.joining(", and as ")));
        }
        if (cycles() == 1) {
            return new InconclusiveReason(
                    Cause.FIRST_USE,
                    pool,
                    pool.format(Math.round(series.growth())) + " remain, " + series.detail()
                            + "; use @LeakTest to find out");
        }
        if (series.shape() == Shape.SATURATING) {
            return new InconclusiveReason(Cause.SATURATING, pool, withNeed("still growing, but more and more slowly"));
        }
        return new InconclusiveReason(
                cycles() < Preset.FEWEST_CYCLES ? Cause.TOO_FEW_CYCLES : Cause.TOO_NOISY,
                pool,
                withNeed(series.detail()));
    }

    private String withNeed(String why) {
        return why + series.needed().map(needed -> "; " + needed).orElse("");
    }

    /** By the first gap: what came after it often has the same reason. */
    private String unread() {
        int[] gaps = IntStream.range(0, readings.size())
                .filter(cycle -> readings.get(cycle) instanceof Reading.Gap)
                .toArray();
        int cycle = gaps[0];
        String why = readings.get(cycle).toString();
        if (outcome == PoolOutcome.UNREAD) {
            return why;
        }
        if (cycles() == 1) {
            return "not read " + (cycle == 0 ? "before" : "after") + " the run: " + why;
        }
        String others = gaps.length == 1 ? "" : ", nor " + (gaps.length - 1) + " times later";
        return "not read " + (cycle == 0 ? "before the first cycle" : "after cycle " + cycle) + others + ": " + why;
    }
}
