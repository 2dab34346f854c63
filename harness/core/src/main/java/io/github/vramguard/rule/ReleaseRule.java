package io.github.vramguard.rule;

import io.github.vramguard.memory.FirstUses;
import io.github.vramguard.memory.Nature;
import io.github.vramguard.memory.Origin.Quality;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.RoundTrip;
import io.github.vramguard.memory.Trace;
import io.github.vramguard.verdict.Finding;
import io.github.vramguard.verdict.Finding.NotReleased;
import io.github.vramguard.verdict.InconclusiveReason;
import io.github.vramguard.verdict.InconclusiveReason.Cause;
import io.github.vramguard.verdict.PoolOutcome;
import io.github.vramguard.verdict.PoolVerdict;
import io.github.vramguard.verdict.Shape;
import io.github.vramguard.verdict.Verdict;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Unloading must release what loading took: applies to the cycles of which the moment after the load was marked, in addition to the
 * rule for their levels. A server that never unloads has one step and a flat line, like a warm-up.
 */
public final class ReleaseRule {

    private final Map<Pool, Long> tolerances;

    private ReleaseRule(Map<Pool, Long> tolerances) {
        this.tolerances = Map.copyOf(tolerances);
    }

    /**
     * Returns the rule with higher tolerances for some pools.
     *
     * @param tolerances by pool, what a first use may keep at least
     * @return the rule
     */
    public static ReleaseRule forgiving(Map<Pool, Long> tolerances) {
        return new ReleaseRule(tolerances);
    }

    /**
     * Completes a verdict.
     *
     * @param trace what was measured
     * @param verdict the verdict on the levels
     * @return the same, unless something was not released
     */
    public Verdict apply(Trace trace, Verdict verdict) {
        List<RoundTrip> trips = RoundTrip.in(trace);
        if (trips.isEmpty()) {
            return verdict;
        }
        FirstUses uses = FirstUses.in(trace);
        List<NotReleased> held = verdict.pools().stream()
                .filter(ReleaseRule::isConcerned)
                .flatMap(pool -> Unreleased.in(trips, pool, quality(trace, pool.pool())).stream())
                .filter(one -> !isKeptByDesign(one) || isCertain(one, trace, uses))
                .toList();
        return held.isEmpty() ? verdict : with(held, uses, trace, verdict);
    }

    /**
     * Returns whether further cycles should show the rate of a leak: if what was not released is all that failed, and it may grow.
     *
     * @param verdict a verdict
     * @return false once the shape of each pool is certain
     */
    public static boolean needsMoreCycles(Verdict verdict) {
        return verdict instanceof Verdict.Failed failed
                && failed.findings().stream().allMatch(NotReleased.class::isInstance)
                && failed.findings().stream().anyMatch(finding -> !((NotReleased) finding)
                        .verdict()
                        .series()
                        .shape()
                        .certain());
    }

    /** Growth that is proven, permitted or explained has its own words. */
    private static boolean isConcerned(PoolVerdict pool) {
        return switch (pool.outcome()) {
            case FAILED -> pool.series().shape() != Shape.LEAK && !pool.hasResidual();
            case PASSED, INCONCLUSIVE -> pool.caches().isEmpty();
            case NOT_COUNTED, REPORTED, UNREAD -> false;
        };
    }

    private Verdict with(List<NotReleased> held, FirstUses uses, Trace trace, Verdict verdict) {
        List<NotReleased> certain =
                held.stream().filter(one -> isCertain(one, trace, uses)).toList();
        List<InconclusiveReason> open = held.stream()
                .filter(one -> !certain.contains(one))
                .map(one -> new InconclusiveReason(
                        Cause.NOT_RELEASED,
                        one.pool(),
                        one + "; a first use can explain so much, or nothing was unloaded: load a larger model"))
                .toList();
        return Verdict.of(
                verdict.pools().stream()
                        .map(pool -> judged(pool, certain, open))
                        .toList(),
                Stream.concat(certain.stream(), findings(verdict).stream().filter(finding -> !isOf(finding, certain)))
                        .sorted(Comparator.comparing(finding -> !(finding instanceof Finding.Orphans)))
                        .toList(),
                Stream.concat(open.stream(), reasons(verdict).stream().filter(reason -> held.stream()
                                .noneMatch(one -> one.pool().equals(reason.pool()))))
                        .toList());
    }

    /** The JDK keeps a buffer for each thread that reads or writes a file, as large as the largest piece. */
    private static boolean isKeptByDesign(NotReleased one) {
        return one.pool().nature() == Nature.BUFFERS;
    }

    private boolean isCertain(NotReleased one, Trace trace, FirstUses uses) {
        return one.remaining() > firstUse(trace, uses, one.pool());
    }

    private long firstUse(Trace trace, FirstUses uses, Pool pool) {
        return OneRunTolerance.of(pool, quality(trace, pool), trace.series(pool).get(0), uses)
                .atLeast(tolerances.getOrDefault(pool, 0L))
                .firstUse();
    }

    private static PoolVerdict judged(PoolVerdict pool, List<NotReleased> certain, List<InconclusiveReason> open) {
        if (certain.stream().anyMatch(one -> one.pool().equals(pool.pool()))) {
            return pool.with(PoolOutcome.FAILED);
        }
        return open.stream().anyMatch(one -> one.pool().equals(pool.pool()))
                ? pool.with(PoolOutcome.INCONCLUSIVE)
                : pool;
    }

    private static boolean isOf(Finding finding, List<NotReleased> certain) {
        return finding instanceof Finding.Leak leak
                && certain.stream()
                        .anyMatch(one -> one.pool().equals(leak.verdict().pool()));
    }

    private static List<Finding> findings(Verdict verdict) {
        return verdict instanceof Verdict.Failed failed ? failed.findings() : List.of();
    }

    private static List<InconclusiveReason> reasons(Verdict verdict) {
        return verdict instanceof Verdict.Inconclusive open ? open.reasons() : List.of();
    }

    private static Quality quality(Trace trace, Pool pool) {
        return trace.quality(pool).orElse(Quality.EXACT);
    }
}
