package io.github.vramguard.report.compare;

import io.github.vramguard.compare.Comparison;

/** What was compared, in a line. */
public final class Total {

    private Total() {}

    /**
     * The line.
     *
     * @param comparison what was compared
     * @return for instance {@code nothing is worse: 1980 amounts, 1 run before and 1 now}
     */
    public static String of(Comparison comparison) {
        return (comparison.isWorse() ? "memory got worse: " : "nothing is worse: ") + comparison.compared()
                + (comparison.compared() == 1 ? " amount, " : " amounts, ") + runs(comparison.base()) + " before and "
                + comparison.head() + " now";
    }

    private static String runs(int runs) {
        return runs + (runs == 1 ? " run" : " runs");
    }
}
