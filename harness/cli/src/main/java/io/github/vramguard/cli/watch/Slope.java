package io.github.vramguard.cli.watch;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** The median of the slopes between all pairs of points (Theil and Sen), which a few outliers cannot bend. */
final class Slope {

    private static final int FEWEST = 3;

    private Slope() {}

    /**
     * The slope of some points.
     *
     * @param at where they are, in rising order
     * @param values their values, as many
     * @return the slope; empty for fewer than 3 points
     */
    static OptionalDouble of(double[] at, double[] values) {
        return values.length < FEWEST ? OptionalDouble.empty() : OptionalDouble.of(median(between(at, values)));
    }

    private static double[] between(double[] at, double[] values) {
        return IntStream.range(0, at.length)
                .boxed()
                .flatMapToDouble(one -> IntStream.range(one + 1, at.length)
                        .filter(other -> at[other] > at[one])
                        .mapToDouble(other -> (values[other] - values[one]) / (at[other] - at[one])))
                .toArray();
    }

    private static double median(double[] slopes) {
        double[] sorted = slopes.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        if (sorted.length == 0) {
            return 0;
        }
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
