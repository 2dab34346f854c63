package io.github.vramguard.rule;

import io.github.vramguard.memory.Nature;
import io.github.vramguard.memory.Origin.Quality;
import io.github.vramguard.memory.RoundTrip;
import io.github.vramguard.memory.ThreeLevels;
import io.github.vramguard.verdict.Finding.NotReleased;
import io.github.vramguard.verdict.PoolOutcome;
import io.github.vramguard.verdict.PoolVerdict;
import java.util.List;
import java.util.Optional;

/**
 * Finds the last load that took memory of a pool, and whether the unload released it.
 *
 * <p>The first load of a library may keep more than a small model takes. Then the later loads, too, take and release something. After
 * an unload that did nothing, they take nothing: the model is still there.
 */
final class Unreleased {

    /** Requests to a server take some pages, too, which is nothing beside a model. */
    private static final double LITTLE = 0.01;

    private static final double SEVERAL = 4;

    private Unreleased() {}

    static Optional<NotReleased> in(List<RoundTrip> all, PoolVerdict pool, Quality quality) {
        List<RoundTrip> trips =
                all.stream().filter(trip -> trip.of(pool.pool()).isPresent()).toList();
        List<ThreeLevels> levels =
                trips.stream().flatMap(trip -> trip.of(pool.pool()).stream()).toList();
        int last = lastMaterial(levels, pool, quality);
        if (last < 0) {
            return Optional.empty();
        }
        ThreeLevels held = levels.get(last);
        long after = levels.get(levels.size() - 1).after();
        if (held.isReleased()
                || after <= held.mostWhenReleased()
                || comeAndGo(levels.subList(last + 1, levels.size()), held, pool, quality)) {
            return Optional.empty();
        }
        return Optional.of(new NotReleased(
                pool.with(PoolOutcome.FAILED),
                trips.get(last).cycle(),
                held.raised(),
                held.released(),
                after - levels.get(firstInARow(levels, last, pool, quality)).before()));
    }

    private static int lastMaterial(List<ThreeLevels> levels, PoolVerdict pool, Quality quality) {
        int last = levels.size() - 1;
        while (last >= 0 && !levels.get(last).isMaterial(pool.pool(), quality)) {
            last--;
        }
        return last;
    }

    /** Where several loads in a row were not released, all of them remain. */
    private static int firstInARow(List<ThreeLevels> levels, int last, PoolVerdict pool, Quality quality) {
        int first = last;
        while (first > 0
                && levels.get(first - 1).isMaterial(pool.pool(), quality)
                && !levels.get(first - 1).isReleased()) {
            first--;
        }
        return first;
    }

    private static boolean comeAndGo(List<ThreeLevels> later, ThreeLevels held, PoolVerdict pool, Quality quality) {
        double several = SEVERAL * Sensitivity.of(pool.pool(), quality).resolution();
        double least = pool.pool().nature() == Nature.PAGES ? Math.max(several, LITTLE * held.raised()) : several;
        long released = later.stream()
                .filter(levels -> levels.raised() > least && levels.isReleased())
                .count();
        return released > 0 && 2 * released >= later.size();
    }
}
