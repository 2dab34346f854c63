package io.github.vramguard.rule;

import io.github.vramguard.memory.Nature;
import io.github.vramguard.verdict.Finding;
import io.github.vramguard.verdict.PoolOutcome;
import io.github.vramguard.verdict.PoolVerdict;
import io.github.vramguard.verdict.Verdict;
import java.util.List;

/**
 * Pools that grow beside those that failed, and are not decided yet. Counts are certain after fewer cycles than bytes, so that
 * the thread of a model fails before the model does.
 */
public final class GrowingAlong {

    /** Each pool can be proven to leak by then. */
    private static final int MOST_CYCLES = 15;

    private GrowingAlong() {}

    /**
     * Returns the undecided pools that have grown materially.
     *
     * @param failed a verdict
     * @return those that count bytes, in the order of the verdict; none for a verdict that has not failed
     */
    public static List<PoolVerdict> in(Verdict failed) {
        return failed instanceof Verdict.Failed
                ? failed.pools().stream()
                        .filter(pool -> pool.outcome() == PoolOutcome.INCONCLUSIVE)
                        .filter(pool -> MaterialResidual.of(pool).isPresent())
                        .toList()
                : List.of();
    }

    /**
     * Returns whether further cycles should decide them: if only threads or files were found to leak. A child process that
     * remains is named, and more of them would only cost.
     *
     * @param verdict a verdict
     * @return false from cycle 15 on
     */
    public static boolean needMoreCycles(Verdict verdict) {
        return verdict instanceof Verdict.Failed failed
                && failed.findings().stream().allMatch(GrowingAlong::isOfThings)
                && in(failed).stream().anyMatch(pool -> pool.needsMoreCycles() && pool.cycles() < MOST_CYCLES);
    }

    private static boolean isOfThings(Finding finding) {
        return finding instanceof Finding.Leak leak && leak.verdict().pool().nature() == Nature.THINGS;
    }
}
