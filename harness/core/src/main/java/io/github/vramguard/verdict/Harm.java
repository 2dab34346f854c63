package io.github.vramguard.verdict;

import io.github.vramguard.memory.Pool.Unit;
import io.github.vramguard.verdict.Finding.Leak;
import java.util.Comparator;

/**
 * How much harm a finding does: processes that nothing will end come first, then bytes by their growth per cycle, then counts,
 * whose bytes are in other pools. Findings of equal harm keep the order of their pools.
 */
final class Harm {

    static final Comparator<Finding> WORST_FIRST =
            Comparator.comparingDouble(Harm::of).reversed();

    private Harm() {}

    private static double of(Finding finding) {
        if (finding instanceof Leak leak && !leak.verdict().hasResidual()) {
            return leak.verdict().pool().unit() == Unit.BYTES
                    ? leak.verdict().series().rate()
                    : 0;
        }
        return Double.POSITIVE_INFINITY;
    }
}
