package io.github.vramguard.history;

import io.github.vramguard.statistics.Median;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongUnaryOperator;

/**
 * A series in parts of one level each, which differ by more than clean runs do.
 *
 * @param starts the position of the first point of each part
 * @param levels the median of each part
 */
record Segments(List<Integer> starts, List<Long> levels) {

    /** Below that part of the tolerance, noise is none. */
    private static final double QUIET = 0.25;

    static Segments of(long[] amounts, LongUnaryOperator tolerance) {
        List<Integer> starts = new ArrayList<>(List.of(0));
        if (span(amounts) > tolerance.applyAsLong(Median.lower(amounts))) {
            starts.addAll(Pelt.changes(scaled(amounts, tolerance)));
        }
        return merged(amounts, starts, tolerance);
    }

    private static long span(long[] amounts) {
        return Arrays.stream(amounts).max().orElseThrow()
                - Arrays.stream(amounts).min().orElseThrow();
    }

    private static double[] scaled(long[] amounts, LongUnaryOperator tolerance) {
        double noise = Noise.of(amounts);
        double quiet = QUIET * Math.max(1, tolerance.applyAsLong(Median.lower(amounts)));
        return Arrays.stream(amounts)
                .mapToDouble(amount -> amount / Math.max(quiet, noise))
                .toArray();
    }

    /** Neighbours that differ too little become one, the most alike first. */
    private static Segments merged(long[] amounts, List<Integer> starts, LongUnaryOperator tolerance) {
        List<Long> levels = levels(amounts, starts);
        int alike = 0;
        long least = Long.MAX_VALUE;
        for (int i = 1; i < levels.size(); i++) {
            long excess = Math.abs(levels.get(i) - levels.get(i - 1)) - tolerance.applyAsLong(levels.get(i - 1));
            if (excess < least) {
                least = excess;
                alike = i;
            }
        }
        if (least > 0) {
            return new Segments(List.copyOf(starts), levels);
        }
        List<Integer> fewer = new ArrayList<>(starts.subList(0, alike));
        fewer.addAll(starts.subList(alike + 1, starts.size()));
        return merged(amounts, fewer, tolerance);
    }

    private static List<Long> levels(long[] amounts, List<Integer> starts) {
        List<Long> levels = new ArrayList<>();
        for (int i = 0; i < starts.size(); i++) {
            int end = i + 1 < starts.size() ? starts.get(i + 1) : amounts.length;
            levels.add(Median.lower(Arrays.copyOfRange(amounts, starts.get(i), end)));
        }
        return levels;
    }
}
