package io.github.vramguard.history;

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

    /** Of two draws from the distribution of Laplace, the mean difference is one and a half of its scale. */
    private static final double DIFFERENCE = 1.5;

    static Segments of(long[] amounts, LongUnaryOperator tolerance) {
        List<Integer> starts = new ArrayList<>(List.of(0));
        if (span(amounts) > tolerance.applyAsLong(median(amounts, 0, amounts.length))) {
            starts.addAll(Pelt.changes(scaled(amounts, tolerance)));
        }
        return merged(amounts, starts, tolerance);
    }

    private static long span(long[] amounts) {
        return Arrays.stream(amounts).max().orElseThrow()
                - Arrays.stream(amounts).min().orElseThrow();
    }

    private static double[] scaled(long[] amounts, LongUnaryOperator tolerance) {
        double differences = 0;
        for (int i = 1; i < amounts.length; i++) {
            differences += Math.abs((double) amounts[i] - amounts[i - 1]);
        }
        double noise = differences / Math.max(1, amounts.length - 1) / DIFFERENCE;
        double quiet = QUIET * Math.max(1, tolerance.applyAsLong(median(amounts, 0, amounts.length)));
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
            levels.add(median(amounts, starts.get(i), end));
        }
        return levels;
    }

    private static long median(long[] amounts, int from, int to) {
        long[] part = Arrays.copyOfRange(amounts, from, to);
        Arrays.sort(part);
        return part[(part.length - 1) / 2];
    }
}
