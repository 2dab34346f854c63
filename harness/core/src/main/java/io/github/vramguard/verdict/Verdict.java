package io.github.vramguard.verdict;

import java.util.List;

/** The result of judging a trace. Each pool has its own part in it. */
public sealed interface Verdict {

    /**
     * What each pool contributed.
     *
     * @return the pools, the most telling first
     */
    List<PoolVerdict> pools();

    /**
     * Whether another cycle can decide it. None can fill a gap.
     *
     * @return true for an inconclusive verdict that waits for cycles
     */
    default boolean needsMoreCycles() {
        return this instanceof Inconclusive && pools().stream().anyMatch(PoolVerdict::waitsForCycles);
    }

    /**
     * Memory returns to its baseline, or stays within its budget.
     *
     * @param pools what each pool contributed
     */
    record Passed(List<PoolVerdict> pools) implements Verdict {
        /** Copies the list. */
        public Passed {
            pools = List.copyOf(pools);
        }
    }

    /**
     * Memory does not return, or exceeds its budget.
     *
     * @param pools what each pool contributed
     * @param findings what broke it, the most telling first; at least one
     */
    record Failed(List<PoolVerdict> pools, List<Finding> findings) implements Verdict {
        /** Copies the lists. */
        public Failed {
            pools = List.copyOf(pools);
            findings = List.copyOf(findings);
        }
    }

    /**
     * It cannot be told.
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
     * The verdict that findings and doubts add up to: one finding breaks it, one doubt leaves it open.
     *
     * @param pools what each pool contributed
     * @param findings what breaks it
     * @param doubts what leaves it open
     * @return the verdict
     */
    static Verdict of(List<PoolVerdict> pools, List<Finding> findings, List<InconclusiveReason> doubts) {
        if (!findings.isEmpty()) {
            return new Failed(pools, findings);
        }
        return doubts.isEmpty() ? new Passed(pools) : new Inconclusive(pools, doubts);
    }

    /**
     * The verdict that the outcomes of the pools add up to. Where no pool could be judged, it is open.
     *
     * @param pools what each pool contributed
     * @return the verdict
     */
    static Verdict of(List<PoolVerdict> pools) {
        List<Finding> findings = pools.stream()
                .filter(pool -> pool.outcome() == PoolOutcome.FAILED)
                .map(Finding::of)
                .toList();
        boolean anyIsJudged = pools.stream().anyMatch(pool -> pool.outcome().isJudged());
        List<InconclusiveReason> doubts = pools.stream()
                .filter(pool -> pool.outcome() == PoolOutcome.INCONCLUSIVE || !anyIsJudged)
                .map(PoolVerdict::doubt)
                .toList();
        return of(pools, findings, doubts);
    }
}
