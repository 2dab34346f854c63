package io.github.vramguard.compare;

import java.util.List;

/**
 * By how much the amounts of one side exceed those of the other: the estimate of Hodges and Lehmann, which is the median of
 * all differences of two, within the bounds that the rank test of Mann and Whitney gives it.
 *
 * <p>J. L. Hodges and E. L. Lehmann, Estimates of location based on rank tests, Annals of Mathematical Statistics 34 (1963),
 * doi:10.1214/aoms/1177704172; D. F. Bauer, Constructing confidence sets using rank statistics, JASA 67 (1972),
 * doi:10.1080/01621459.1972.10481279. The bounds hold for any distribution of the noise, and ties only widen them. Two runs
 * against two, and fewer, cannot reach the level: then the bounds are the smallest difference and the largest.
 *
 * @param lower with 95% confidence it is not less, where there are enough runs
 * @param estimate the best single number
 * @param upper with 95% confidence it is not more
 */
public record Shift(long lower, long estimate, long upper) {

    private static final double LEVEL = 0.05;

    static Shift of(List<Long> base, List<Long> head) {
        long[] differences = head.stream()
                .flatMapToLong(now -> base.stream().mapToLong(before -> now - before))
                .sorted()
                .toArray();
        int last = differences.length - 1;
        int beyond = RankTest.of(base.size(), head.size()).critical(LEVEL);
        long estimate = differences[last / 2] + (differences[differences.length / 2] - differences[last / 2]) / 2;
        return new Shift(differences[beyond], estimate, differences[last - beyond]);
    }
}
