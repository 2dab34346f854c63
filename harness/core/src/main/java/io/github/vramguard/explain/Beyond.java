package io.github.vramguard.explain;

import io.github.vramguard.memory.ByteSize;
import io.github.vramguard.rule.UnexplainedGrowth;
import io.github.vramguard.verdict.Verdict;
import java.util.Optional;

/** What resident memory shows beyond the pools that are accounted for. */
public final class Beyond {

    private Beyond() {}

    /**
     * Describes it in a clause.
     *
     * @param verdict a verdict
     * @return the growth; empty if the other pools explain it
     */
    public static Optional<String> malloc(Verdict verdict) {
        return UnexplainedGrowth.in(verdict)
                .map(growth -> "resident memory grows " + size(growth.resident())
                        + " per cycle, and malloc does not explain " + size(growth.perCycle()) + " of it");
    }

    private static ByteSize size(double bytes) {
        return new ByteSize(Math.round(bytes));
    }
}
