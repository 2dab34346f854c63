package io.github.vramguard.compare.report;

import io.github.vramguard.compare.Comparison;

/** The result of a comparison in one line. */
public final class Total {

    private Total() {}

    /**
     * Returns the line.
     *
     * @param comparison the comparison
     * @return for instance {@code nothing is worse: 1980 amounts, 1 run before and 1 now}
     */
    public static String of(Comparison comparison) {
        if (comparison.isWorse()) {
            return (comparison.needsMoreMemory() ? "memory got worse: " : "a test fails: ") + amounts(comparison);
        }
        return comparison.compared() > 0
                ? "nothing is worse: " + amounts(comparison)
                : "nothing was compared: no amount is on both sides, of the same test, class of machines and source; "
                        + sides(comparison);
    }

    private static String amounts(Comparison comparison) {
        return comparison.compared() + (comparison.compared() == 1 ? " amount, " : " amounts, ") + sides(comparison);
    }

    private static String sides(Comparison comparison) {
        return runs(comparison.base()) + " before and " + comparison.head() + " now";
    }

    private static String runs(int runs) {
        return runs + (runs == 1 ? " run" : " runs");
    }
}
