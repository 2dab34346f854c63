package io.github.vramguard.run;

import io.github.vramguard.memory.Origin.Quality;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.rule.OneRunRule;
import io.github.vramguard.rule.Sensitivity;
import java.util.Comparator;

/**
 * Identifies what a number measures. Only numbers of one quantity are comparable: machines of different classes measure
 * differently, and so do different sources.
 *
 * @param machine the class of the machine; empty where it is not to matter
 * @param test the id and the check of the test
 * @param pool the pool
 * @param source where its readings came from
 * @param quality what else is in them
 * @param measure what of it
 */
public record Quantity(String machine, String test, Pool pool, String source, Quality quality, Measure measure)
        implements Comparable<Quantity> {

    private static final Comparator<Quantity> ORDER = Comparator.comparing(Quantity::test)
            .thenComparing(Quantity::pool)
            .thenComparing(Quantity::measure)
            .thenComparing(Quantity::machine)
            .thenComparing(Quantity::source)
            .thenComparing(Quantity::quality);

    private static final long MIB = 1024 * 1024;

    /** Where the JVM's own memory is not taken out, its compiler takes and gives some 9 MiB at any time. */
    private static final long COMPILER = 16 * MIB;

    /** A file or a thread of the JVM's own may come or go at any time. */
    private static final long COUNT = 2;

    private static final long PART_OF_PEAK = 20;

    /**
     * Returns by how much clean runs may differ.
     *
     * @param usual what it is without a change; of a peak, a twentieth is forgiven
     * @return bytes or a count, as the unit of the pool says
     */
    public long tolerance(long usual) {
        return measure == Measure.PEAK ? Math.max(tolerance(), usual / PART_OF_PEAK) : tolerance();
    }

    private long tolerance() {
        if (pool.equals(Pool.CHILDREN)) {
            return 0;
        }
        if (pool.unit() == Pool.Unit.COUNT) {
            return measure == Measure.GROWTH_PER_CYCLE ? 0 : COUNT;
        }
        if (measure == Measure.GROWTH_PER_CYCLE) {
            return (long) Sensitivity.of(pool, quality).tolerance();
        }
        return pool.equals(Pool.NATIVE) && quality == Quality.MIXED
                ? COMPILER
                : OneRunRule.standard().tolerated(pool);
    }

    /**
     * Returns whose memory the number contains.
     *
     * @return in words, for example {@code the whole device}
     */
    public String whose() {
        if (quality == Quality.EXACT) {
            return "the target alone";
        }
        return pool.isGpu() ? "the whole device" : "more than the target";
    }

    /**
     * Returns the same quantity on any machine.
     *
     * @return the quantity
     */
    public Quantity onAnyMachine() {
        return new Quantity("", test, pool, source, quality, measure);
    }

    @Override
    public int compareTo(Quantity other) {
        return ORDER.compare(this, other);
    }
}
