package io.github.vramguard.history;

import java.util.stream.IntStream;

/**
 * How far the points of a series scatter around their levels, by the distances of neighbours, of which only those across a
 * change have the change in them. The upper quartile of them counts, so that an outlier, which is in two, weighs nothing
 * however far off it is.
 *
 * <p>The median is usual there: P. Fryzlewicz, Wild binary segmentation for multiple change-point detection, Annals of
 * Statistics 42 (2014), doi:10.1214/14-AOS1245, after F. R. Hampel, The influence curve and its role in robust estimation, JASA 69
 * (1974), doi:10.1080/01621459.1974.10482962. But where memory goes to and fro between two levels, half of the neighbours and
 * more are alike, and the median sees no noise at all.
 */
final class Noise {

    /**
     * What a quarter of the distances of two draws from the distribution of Laplace exceed, in units of its scale: the t with
     * (1 + t / 2) exp(-t) = 1 / 4.
     */
    private static final double UPPER_QUARTILE = 2.1055;

    private Noise() {}

    /** The scale of the distribution of Laplace, which the cost of a part assumes; 0 of a single point. */
    static double of(long[] amounts) {
        double[] distances = IntStream.range(1, amounts.length)
                .mapToDouble(i -> Math.abs((double) amounts[i] - amounts[i - 1]))
                .sorted()
                .toArray();
        int quarter = distances.length / 4;
        return distances.length == 0 ? 0 : distances[distances.length - 1 - quarter] / UPPER_QUARTILE;
    }
}
