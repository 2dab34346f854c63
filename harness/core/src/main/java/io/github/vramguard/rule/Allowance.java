package io.github.vramguard.rule;

import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.Pool.Unit;
import io.github.vramguard.verdict.Finding;
import io.github.vramguard.verdict.InconclusiveReason;
import io.github.vramguard.verdict.PermittedLeak;
import io.github.vramguard.verdict.PoolOutcome;
import io.github.vramguard.verdict.PoolVerdict;
import io.github.vramguard.verdict.Preset;
import io.github.vramguard.verdict.Verdict;
import java.util.List;
import java.util.Optional;

/**
 * Permission to leak, for a defect that is known and not yet fixed.
 *
 * @param pool the pool that may leak, or empty for all that count bytes
 * @param upTo the most it may leak in each cycle, in the unit of the pool
 * @param reason where the defect is tracked
 */
public record Allowance(Optional<Pool> pool, long upTo, String reason) {

    /**
     * Applies permissions to a verdict: a leak within its permission is not counted, and a permission that a passed verdict did
     * not need is a finding itself.
     *
     * @param allowances the permissions
     * @param verdict the verdict without them
     * @return the verdict with them
     */
    public static Verdict apply(List<Allowance> allowances, Verdict verdict) {
        List<PoolVerdict> pools = verdict.pools().stream()
                .map(pool -> allowances.stream().anyMatch(allowance -> allowance.permits(pool))
                        ? pool.with(PoolOutcome.NOT_COUNTED)
                        : pool)
                .toList();
        Verdict permitted = Verdict.of(pools);
        if (!(permitted instanceof Verdict.Passed)) {
            return permitted;
        }
        List<Finding> fixed = allowances.stream()
                .filter(allowance -> allowance.isFixed(pools))
                .<Finding>map(allowance -> new Finding.Fixed(allowance.pool, allowance.reason))
                .toList();
        return fixed.isEmpty()
                ? new Verdict.Passed(pools, used(allowances, verdict))
                : Verdict.of(pools, fixed, List.of());
    }

    /** The first permission of each pool that needed one. */
    private static List<PermittedLeak> used(List<Allowance> allowances, Verdict verdict) {
        return verdict.pools().stream()
                .flatMap(pool -> allowances.stream()
                        .filter(allowance -> allowance.permits(pool))
                        .limit(1)
                        .map(allowance -> new PermittedLeak(pool.pool(), allowance.upTo, allowance.reason)))
                .toList();
    }

    private boolean permits(PoolVerdict verdict) {
        boolean leaks = verdict.outcome() == PoolOutcome.FAILED
                || (verdict.outcome() == PoolOutcome.INCONCLUSIVE
                        && verdict.reason().cause() == InconclusiveReason.Cause.FIRST_USE);
        return leaks && concerns(verdict.pool()) && !verdict.growsBeyond((double) upTo);
    }

    /** The residual of a single run may be too small to detect, so that only a series can show a fix. */
    private boolean isFixed(List<PoolVerdict> pools) {
        List<PoolVerdict> concerned =
                pools.stream().filter(pool -> concerns(pool.pool())).toList();
        return concerned.stream().noneMatch(pool -> pool.outcome() == PoolOutcome.NOT_COUNTED)
                && concerned.stream()
                        .anyMatch(
                                pool -> pool.outcome() == PoolOutcome.PASSED && pool.cycles() >= Preset.FEWEST_CYCLES);
    }

    private boolean concerns(Pool other) {
        return pool.map(other::equals).orElse(other.unit() == Unit.BYTES);
    }
}
