package io.github.vramguard.history;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds where a series changes its level: R. Killick, P. Fearnhead and I. A. Eckley, Optimal detection of changepoints with a
 * linear computational cost, JASA 107 (2012), doi:10.1080/01621459.2012.737745. It is the division into parts that has the
 * least cost, with a penalty for each.
 *
 * <p>The cost of a part is the sum of the distances from its median, in units of the noise, so that a single outlier weighs
 * little; squares would split a series at each.
 */
final class Pelt {

    /** The fewest points of a level: two outliers in three are rare. */
    static final int SHORTEST = 3;

    /** BIC takes half the logarithm for each number that is fitted, here a place and a level; outliers take more. */
    private static final double PENALTY = 3;

    private final double[] series;
    private final double penalty;
    private final double[] least;
    private final int[] previous;

    private Pelt(double[] series) {
        this.series = series;
        this.penalty = PENALTY * Math.log(series.length);
        this.least = new double[series.length + 1];
        this.previous = new int[series.length + 1];
    }

    /** A part that begins somewhere and ends at the last point that was looked at. */
    private static final class Part {

        private final int start;
        private final RunningMedian points = new RunningMedian();
        private int hopelessFrom = Integer.MAX_VALUE;

        Part(int start) {
            this.start = start;
        }
    }

    /** The positions of the first points on new levels. */
    static List<Integer> changes(double[] series) {
        return new Pelt(series).find();
    }

    private List<Integer> find() {
        least[0] = -penalty;
        List<Part> parts = new ArrayList<>();
        for (int end = 1; end <= series.length; end++) {
            if (end == 1 || end > SHORTEST) {
                parts.add(new Part(end - 1));
            }
            extend(parts, end);
        }
        return trace();
    }

    /** A part that costs more than another division of the same points does so, too, however it goes on. */
    private void extend(List<Part> parts, int end) {
        least[end] = Double.POSITIVE_INFINITY;
        for (Part part : parts) {
            part.points.add(series[end - 1]);
            double cost = least[part.start] + part.points.deviation() + penalty;
            if (end - part.start >= SHORTEST && cost < least[end]) {
                least[end] = cost;
                previous[end] = part.start;
            }
        }
        for (Part part : parts) {
            if (least[part.start] + part.points.deviation() >= least[end]) {
                part.hopelessFrom = Math.min(part.hopelessFrom, end + SHORTEST);
            }
        }
        parts.removeIf(part -> part.hopelessFrom <= end);
    }

    private List<Integer> trace() {
        List<Integer> changes = new ArrayList<>();
        for (int start = previous[series.length]; start > 0; start = previous[start]) {
            changes.add(0, start);
        }
        return changes;
    }
}
