package io.github.vramguard.message;

import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.Reading;
import io.github.vramguard.memory.RoundTrip;
import io.github.vramguard.memory.ThreeLevels;
import io.github.vramguard.verdict.PoolVerdict;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** The levels before and after one run. */
final class OneRunTable {

    private OneRunTable() {}

    static void addTo(Facts facts, Collection<RoundTrip> trips, List<PoolVerdict> rows) {
        String loaded = trips.isEmpty() ? "" : Cell.of("loaded");
        facts.add("pool", Cell.of("before") + loaded + Cell.of("after") + Cell.of("residual"));
        rows.forEach(row -> facts.add(row.pool().name(), row(trips, row)));
    }

    private static String row(Collection<RoundTrip> trips, PoolVerdict row) {
        Pool pool = row.pool();
        Reading before = row.readings().get(0);
        Reading after = row.readings().get(1);
        String loaded = trips.isEmpty() ? "" : Cell.of(loaded(trips, pool));
        return Cell.of(pool, before) + loaded + Cell.of(pool, after) + Cell.of(residual(row, before, after)) + "   "
                + ending(row);
    }

    /** The most in any of the cycles, which were judged as one run. */
    private static String loaded(Collection<RoundTrip> trips, Pool pool) {
        return trips.stream()
                .flatMap(trip -> trip.of(pool).stream())
                .map(ThreeLevels::loaded)
                .max(Comparator.naturalOrder())
                .map(pool::format)
                .orElse("gap");
    }

    private static String residual(PoolVerdict row, Reading before, Reading after) {
        return before.amount().isPresent() && after.amount().isPresent()
                ? row.pool().format(Math.round(row.series().growth()))
                : "gap";
    }

    private static String ending(PoolVerdict row) {
        return switch (row.outcome()) {
            case FAILED -> "FAILED";
            case INCONCLUSIVE ->
                row.readings().stream().anyMatch(Reading.Gap.class::isInstance)
                        ? "not read"
                        : "a first use can explain it";
            case PASSED -> "passed";
            case NOT_COUNTED -> "permitted";
            case REPORTED -> "reported, not enforced";
            case UNREAD -> "not read";
        };
    }
}
