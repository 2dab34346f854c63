package io.github.vramguard.verdict;

import java.util.stream.IntStream;

/**
 * The median slope between all pairs of levels, with its one-sided 95 % bounds (Sen 1968).
 *
 * @param slope growth per cycle
 * @param lo its lower bound
 * @param hi its upper bound
 */
record TheilSen(double slope, double lo, double hi) {

    private static final double NORMAL_95 = 1.645;

    static TheilSen of(Levels levels) {
        Levels slopes = slopesOf(levels).sorted();
        double n = levels.size();
        double spread = NORMAL_95 * Math.sqrt(n * (n - 1) * (2 * n + 5) / 18);
        int last = slopes.size() - 1;
        int lo = (int) Math.floor((slopes.size() - spread) / 2);
        int hi = (int) Math.ceil((slopes.size() + spread) / 2);
        return new TheilSen(slopes.median(), slopes.at(Math.max(0, lo)), slopes.at(Math.min(last, hi)));
    }

    private static Levels slopesOf(Levels levels) {
        int n = levels.size();
        return Levels.of(IntStream.range(0, n)
                .boxed()
                .flatMapToDouble(
                        i -> IntStream.range(i + 1, n).mapToDouble(j -> (levels.at(j) - levels.at(i)) / (j - i)))
                .toArray());
    }
}
