package io.github.vramguard.verdict;

import io.github.vramguard.memory.Pool;
import io.github.vramguard.verdict.Finding.OverRemembered;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What is remembered of earlier runs, held against a verdict: more than that breaks it, and a residual of no more than that is
 * no longer in doubt, although a first use could explain it.
 *
 * @param exceeded the pools of which there is more
 * @param permitted the pools that keep no more
 * @param doubts what leaves the verdict open because nothing is remembered
 */
public record Precedent(List<OverRemembered> exceeded, Set<Pool> permitted, List<InconclusiveReason> doubts) {

    /** Nothing is remembered, and nothing needs to be. */
    public static final Precedent NONE = new Precedent(List.of(), Set.of(), List.of());

    /** Copies the collections. */
    public Precedent {
        exceeded = List.copyOf(exceeded);
        permitted = Set.copyOf(permitted);
        doubts = List.copyOf(doubts);
    }

    /**
     * Apply it to a verdict.
     *
     * @param verdict the verdict of this run alone
     * @return the verdict with it
     */
    public Verdict applyTo(Verdict verdict) {
        List<Finding> findings = verdict instanceof Verdict.Failed broken ? broken.findings() : List.of();
        List<InconclusiveReason> open =
                verdict instanceof Verdict.Inconclusive inconclusive ? inconclusive.reasons() : List.of();
        return Verdict.of(
                verdict.pools().stream().map(this::known).toList(),
                Stream.concat(findings.stream(), exceeded.stream()).toList(),
                Stream.concat(open.stream().filter(doubt -> !settles(doubt)), doubts.stream())
                        .toList());
    }

    private PoolVerdict known(PoolVerdict verdict) {
        if (exceeded.stream().anyMatch(more -> more.pool().equals(verdict.pool()))) {
            return verdict.with(PoolOutcome.FAILED);
        }
        return verdict.outcome() == PoolOutcome.INCONCLUSIVE && settles(verdict.doubt())
                ? verdict.with(PoolOutcome.NOT_COUNTED)
                : verdict;
    }

    private boolean settles(InconclusiveReason doubt) {
        return doubt.cause() == InconclusiveReason.Cause.FIRST_USE && permitted.contains(doubt.pool());
    }
}
