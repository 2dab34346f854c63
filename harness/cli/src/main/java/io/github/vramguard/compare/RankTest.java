package io.github.vramguard.compare;

import java.util.Arrays;

/**
 * How likely each number of pairs is in which the one sample exceeds the other, when nothing but chance sorts them: H. B. Mann
 * and D. R. Whitney, On a test of whether one of two random variables is stochastically larger than the other, Annals of
 * Mathematical Statistics 18 (1947), doi:10.1214/aoms/1177730491.
 */
final class RankTest {

    /** So many runs decide as surely as more would, and their orders can still be counted. */
    private static final int MOST = 50;

    private final double[] arrangements;

    private RankTest(double[] arrangements) {
        this.arrangements = arrangements;
    }

    static RankTest of(int one, int other) {
        return new RankTest(count(Math.min(one, MOST), Math.min(other, MOST)));
    }

    /** How many orders have each number of pairs: the coefficients of the Gaussian binomial: the product of (1 - q^(n+i)) / (1 - q^i) over i = 1 … m. */
    private static double[] count(int n, int m) {
        double[] counts = new double[n * m + 1];
        counts[0] = 1;
        for (int i = 1; i <= m; i++) {
            for (int pairs = counts.length - 1; pairs >= n + i; pairs--) {
                counts[pairs] -= counts[pairs - n - i];
            }
            for (int pairs = i; pairs < counts.length; pairs++) {
                counts[pairs] += counts[pairs - i];
            }
        }
        return counts;
    }

    /** How many orders of the two samples there are. */
    double arrangements() {
        return Arrays.stream(arrangements).sum();
    }

    /** The largest number of pairs that chance stays at or below with no more than that probability; 0 if there is none. */
    int critical(double level) {
        double all = arrangements();
        double below = arrangements[0];
        int pairs = 0;
        while (below + arrangements[pairs + 1] <= level * all) {
            pairs++;
            below += arrangements[pairs];
        }
        return pairs;
    }
}
