package io.github.vramguard.statistics;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The median slope between all pairs of points, with its one-sided 95% bounds (Sen 1968).
 *
 * @param slope growth per step
 * @param lo its lower bound
 * @param hi its upper bound
 */
public record TheilSen(double slope, double lo, double hi) {

    private static final double NORMAL_95 = 1.645;

    /**
     * Returns the slope of evenly spaced values.
     *
     * @param values at least two
     * @return the growth from one value to the next
     */
    public static TheilSen of(double... values) {
        return of(IntStream.range(0, values.length).asDoubleStream().toArray(), values);
    }

    /**
     * Returns the slope of some points; pairs at the same place have none.
     *
     * @param at where they are, in rising order
     * @param values their values, as many
     * @return the slope; 0 if all points are at the same place
     */
    public static TheilSen of(double[] at, double[] values) {
        double[] slopes = between(at, values);
        if (slopes.length == 0) {
            return new TheilSen(0, 0, 0);
        }
        double n = values.length;
        double spread = NORMAL_95 * Math.sqrt(n * (n - 1) * (2 * n + 5) / 18);
        int last = slopes.length - 1;
        int lo = (int) Math.floor((slopes.length - spread) / 2);
        int hi = (int) Math.ceil((slopes.length + spread) / 2);
        return new TheilSen(Median.of(slopes), slopes[Math.max(0, lo)], slopes[Math.min(last, hi)]);
    }

    /** In rising order. */
    private static double[] between(double[] at, double[] values) {
        double[] slopes = IntStream.range(0, at.length)
                .boxed()
                .flatMapToDouble(one -> IntStream.range(one + 1, at.length)
                        .filter(other -> at[other] > at[one])
                        .mapToDouble(other -> (values[other] - values[one]) / (at[other] - at[one])))
                .toArray();
        Arrays.sort(slopes);
        return slopes;
    }
}
