package io.github.vramguard.explain;

import io.github.vramguard.memory.ByteSize;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.rule.UnexplainedGrowth;
import io.github.vramguard.verdict.PoolVerdict;
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
                .map(growth -> "resident memory grows " + size(growth.resident()) + " per cycle, and "
                        + unexplained(growth.perCycle()));
    }

    /**
     * Describes it beside a leak. The growth of resident memory is not repeated where the leak is that growth.
     *
     * @param verdict a verdict
     * @param leak the pool whose growth the reader has just read
     * @return the growth; empty if the other pools explain it
     */
    public static Optional<String> malloc(Verdict verdict, PoolVerdict leak) {
        return leak.pool().equals(Pool.RESIDENT)
                ? UnexplainedGrowth.in(verdict)
                        .map(growth ->
                                unexplained(growth.share() * leak.series().rate()))
                : malloc(verdict);
    }

    private static String unexplained(double bytes) {
        return "malloc does not explain " + size(bytes) + " of it";
    }

    private static ByteSize size(double bytes) {
        return new ByteSize(Math.round(bytes));
    }
}
