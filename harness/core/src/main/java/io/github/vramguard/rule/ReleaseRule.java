package io.github.vramguard.rule;

import io.github.vramguard.memory.FirstUses;
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
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Loading must raise what is measured, and unloading must release it: applies to the cycles of which the moment after the load was
 * marked, in addition to the rule for their levels. A server that never unloads has one step and a flat line, like a warm-up.
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
     * @return the same, unless something was not released, or nothing was seen to load
     */
    public Verdict apply(Trace trace, Verdict verdict) {
        List<RoundTrip> trips = RoundTrip.in(trace);
        if (trips.isEmpty()) {
            return verdict;
        }
        List<NotReleased> held = verdict.pools().stream()
                .filter(ReleaseRule::isConcerned)
                .flatMap(pool -> Unreleased.in(trips, pool, quality(trace, pool.pool())).stream())
                .toList();
        return held.isEmpty() ? seenToLoad(trace, trips, verdict) : with(held, trace, verdict);
    }

    /** Growth that is proven, permitted or explained has its own words. */
    private static boolean isConcerned(PoolVerdict pool) {
        return switch (pool.outcome()) {
            case FAILED -> pool.series().shape() != Shape.LEAK && !pool.hasResidual();
            case PASSED, INCONCLUSIVE -> pool.caches().isEmpty();
            case NOT_COUNTED, REPORTED, UNREAD -> false;
        };
    }

    private Verdict with(List<NotReleased> held, Trace trace, Verdict verdict) {
        FirstUses uses = FirstUses.in(trace);
        List<NotReleased> certain = held.stream()
                .filter(one -> one.remaining() > firstUse(trace, uses, one.pool()))
                .toList();
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

    /**
     * One that fails or is inconclusive is no pass that must be earned. A model of Java objects does not show before they are
     * collected.
     */
    private static Verdict seenToLoad(Trace trace, List<RoundTrip> trips, Verdict verdict) {
        long unseen = trips.stream().filter(trip -> !isSeen(trace, trip)).count();
        Optional<Pool> first = verdict.pools().stream()
                .filter(pool -> pool.outcome() == PoolOutcome.PASSED)
                .map(PoolVerdict::pool)
                .findFirst();
        if (!(verdict instanceof Verdict.Passed)
                || hasObjects(trace)
                || 2 * unseen <= trips.size()
                || first.isEmpty()) {
            return verdict;
        }
        return new Verdict.Inconclusive(
                verdict.pools(),
                List.of(new InconclusiveReason(
                        Cause.NOTHING_LOADED,
                        first.get(),
                        "nothing was seen to load: in " + unseen + " of " + trips.size()
                                + (trips.size() == 1 ? " cycle" : " cycles")
                                + " no pool was higher after the load than before it; see that the measured processes are"
                                + " those that load the model, and that it was not loaded already")));
    }

    private static boolean hasObjects(Trace trace) {
        return trace.peak(Pool.HEAP).isPresent();
    }

    private static boolean isSeen(Trace trace, RoundTrip trip) {
        return trace.pools().stream().anyMatch(pool -> trip.of(pool)
                .filter(levels -> levels.raised()
                        > Sensitivity.of(pool, quality(trace, pool)).resolution())
                .isPresent());
    }

    private static Quality quality(Trace trace, Pool pool) {
        return trace.quality(pool).orElse(Quality.EXACT);
    }
}
