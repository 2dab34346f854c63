package io.github.vramguard.verdict;

import java.util.List;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The result of judging a trace. Each pool has a verdict of its own in it.
 *
 * @since 0.1.0
 */
@API(status = Status.MAINTAINED, since = "0.1.0")
public sealed interface Verdict {

    /**
     * Returns what each pool contributed.
     *
     * @return the pools, in the order of {@link io.github.vramguard.memory.Pool}
     */
    List<PoolVerdict> pools();

    /**
     * Returns whether another cycle can decide it. No cycle can fill a gap.
     *
     * @return true for an inconclusive verdict that needs more cycles
     */
    default boolean needsMoreCycles() {
        return this instanceof Inconclusive && pools().stream().anyMatch(PoolVerdict::needsMoreCycles);
    }

    /**
     * Memory returns to its baseline, or does not exceed its budget, apart from leaks that are permitted.
     *
     * @param pools what each pool contributed
     * @param permitted the known leaks that occurred
     */
    record Passed(List<PoolVerdict> pools, List<PermittedLeak> permitted) implements Verdict {
        /** Copies the lists. */
        public Passed {
            pools = List.copyOf(pools);
            permitted = List.copyOf(permitted);
        }

        /**
         * Memory returns, and nothing had to be permitted.
         *
         * @param pools what each pool contributed
         */
        public Passed(List<PoolVerdict> pools) {
            this(pools, List.of());
        }
    }

    /**
     * Memory does not return, or exceeds its budget.
     *
     * @param pools what each pool contributed
     * @param findings what failed, the most harmful first; at least one
     */
    record Failed(List<PoolVerdict> pools, List<Finding> findings) implements Verdict {
        /** Copies the lists. */
        public Failed {
            pools = List.copyOf(pools);
            findings = List.copyOf(findings);
        }
    }

    /**
     * The readings do not decide it.
     *
     * @param pools what each pool contributed
     * @param reasons why not; at least one
     */
    record Inconclusive(List<PoolVerdict> pools, List<InconclusiveReason> reasons) implements Verdict {
        /** Copies the lists. */
        public Inconclusive {
            pools = List.copyOf(pools);
            reasons = List.copyOf(reasons);
        }
    }

    /**
     * Returns the verdict of some findings and reasons: one finding fails it, and one reason makes it inconclusive.
     *
     * @param pools what each pool contributed
     * @param findings what fails it
     * @param reasons what makes it inconclusive
     * @return the verdict
     */
    static Verdict of(List<PoolVerdict> pools, List<Finding> findings, List<InconclusiveReason> reasons) {
        if (!findings.isEmpty()) {
            return new Failed(pools, findings);
        }
        return reasons.isEmpty() ? new Passed(pools) : new Inconclusive(pools, reasons);
    }

    /**
     * Returns the verdict of some pools. It is inconclusive if no pool could be judged.
     *
     * @param pools what each pool contributed
     * @return the verdict
     */
    static Verdict of(List<PoolVerdict> pools) {
        List<Finding> findings = pools.stream()
                .filter(pool -> pool.outcome() == PoolOutcome.FAILED)
                .map(Finding::of)
                .sorted(Harm.WORST_FIRST)
                .toList();
        boolean anyIsJudged = pools.stream().anyMatch(pool -> pool.outcome().isJudged());
        List<InconclusiveReason> reasons = pools.stream()
                .filter(pool -> pool.outcome() == PoolOutcome.INCONCLUSIVE || !anyIsJudged)
                .map(PoolVerdict::reason)
                .toList();
        return of(pools, findings, reasons);
    }
}
