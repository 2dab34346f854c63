package io.github.vramguard.statistics;

import java.util.Arrays;
import java.util.Collection;

/** The median of some numbers. */
public final class Median {

    private Median() {}

    /**
     * Returns the median: of an even number of values, the mean of the two in the middle.
     *
     * @param values at least one
     * @return the median
     */
    public static double of(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : 0.5 * (sorted[half - 1] + sorted[half]);
    }

    /**
     * Returns the lower median, which is one of the amounts: of an even number, the lower of the two in the middle.
     *
     * @param amounts at least one
     * @return the median
     */
    public static long lower(long... amounts) {
        long[] sorted = amounts.clone();
        Arrays.sort(sorted);
        return sorted[(sorted.length - 1) / 2];
    }

    /**
     * Returns the lower median.
     *
     * @param amounts at least one
     * @return the median, which is one of the amounts
     */
    public static long lower(Collection<Long> amounts) {
        return lower(amounts.stream().mapToLong(Long::longValue).toArray());
    }
}
