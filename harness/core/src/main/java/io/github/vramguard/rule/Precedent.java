package io.github.vramguard.rule;

import io.github.vramguard.memory.Pool;
import io.github.vramguard.verdict.Finding;
import io.github.vramguard.verdict.Finding.OverBaseline;
import io.github.vramguard.verdict.InconclusiveReason;
import io.github.vramguard.verdict.PoolOutcome;
import io.github.vramguard.verdict.PoolVerdict;
import io.github.vramguard.verdict.Verdict;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A baseline, applied to a verdict: a figure above it fails the verdict, and a residual within it no longer makes the verdict
 * inconclusive, although a first use could explain it.
 *
 * @param exceeded figures above the baseline
 * @param permitted pools with a residual within the baseline
 * @param lacking what makes the verdict inconclusive because the baseline has no figure
 */
public record Precedent(List<OverBaseline> exceeded, Set<Pool> permitted, List<InconclusiveReason> lacking) {

    /** No baseline is needed. */
    public static final Precedent NONE = new Precedent(List.of(), Set.of(), List.of());

    /** Copies the collections. */
    public Precedent {
        exceeded = List.copyOf(exceeded);
        permitted = Set.copyOf(permitted);
        lacking = List.copyOf(lacking);
    }

    /**
     * Applies it to a verdict.
     *
     * @param verdict the verdict of this run alone
     * @return the verdict with it
     */
    public Verdict applyTo(Verdict verdict) {
        List<Finding> findings = verdict instanceof Verdict.Failed failed ? failed.findings() : List.of();
        List<InconclusiveReason> reasons =
                verdict instanceof Verdict.Inconclusive inconclusive ? inconclusive.reasons() : List.of();
        List<PoolVerdict> pools = verdict.pools().stream().map(this::known).toList();
        Verdict with = Verdict.of(
                pools,
                Stream.concat(findings.stream(), exceeded.stream()).toList(),
                Stream.concat(reasons.stream().filter(reason -> !settles(reason)), lacking.stream())
                        .toList());
        return with instanceof Verdict.Passed && verdict instanceof Verdict.Passed before
                ? new Verdict.Passed(pools, before.permitted())
                : with;
    }

    private PoolVerdict known(PoolVerdict verdict) {
        if (exceeded.stream().anyMatch(more -> more.pool().equals(verdict.pool()))) {
            return verdict.with(PoolOutcome.FAILED);
        }
        return verdict.outcome() == PoolOutcome.INCONCLUSIVE && settles(verdict.reason())
                ? verdict.with(PoolOutcome.NOT_COUNTED)
                : verdict;
    }

    private boolean settles(InconclusiveReason reason) {
        return reason.cause() == InconclusiveReason.Cause.FIRST_USE && permitted.contains(reason.pool());
    }
}
