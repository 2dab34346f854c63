package io.github.vramguard.explain;

import io.github.vramguard.rule.MaterialResidual;
import io.github.vramguard.verdict.PoolOutcome;
import io.github.vramguard.verdict.PoolVerdict;
import io.github.vramguard.verdict.Verdict;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Growth that recurred for some cycles and then ended, in pools that passed. A cache that is full looks like that, and so does a
 * leak whose code has begun to fail without a word.
 */
public final class EndedGrowth {

    private static final int RECURRENT = 3;

    /** An allocator that takes pages now and then does so in fewer of the cycles. */
    private static final double MOST = 2.0 / 3;

    private EndedGrowth() {}

    /**
     * Describes it.
     *
     * @param verdict a verdict
     * @return a sentence for each pool that passed, rose in three cycles or more and in most until the last, and stays above its baseline
     */
    public static List<String> of(Verdict verdict) {
        return verdict.pools().stream()
                .filter(pool -> pool.outcome() == PoolOutcome.PASSED)
                .filter(pool -> MaterialResidual.of(pool).isPresent())
                .flatMap(pool -> of(pool).stream())
                .toList();
    }

    private static Optional<String> of(PoolVerdict pool) {
        long[] rises = IntStream.rangeClosed(1, pool.cycles())
                .mapToLong(cycle -> level(pool, cycle) - level(pool, cycle - 1))
                .toArray();
        long most = Arrays.stream(rises).max().orElse(0);
        int[] rising = IntStream.rangeClosed(1, rises.length)
                .filter(cycle -> rises[cycle - 1] > most / 2)
                .toArray();
        int last = rising.length == 0 ? 0 : rising[rising.length - 1];
        return rising.length < Math.max(RECURRENT, MOST * last)
                ? Optional.empty()
                : Optional.of(
                        pool.pool() + " rose in " + rising.length + " cycles, for the last time in cycle "
                                + last
                                + "; check that each later cycle still loads: a cache that is full and a load that fails look the same");
    }

    private static long level(PoolVerdict pool, int cycle) {
        return pool.readings().get(cycle).amount().orElse(0);
    }
}
