package io.github.vramguard.message;

import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.Reading;
import io.github.vramguard.verdict.PoolVerdict;
import java.util.List;

/** The levels before and after one run. */
final class OneRunTable {

    private OneRunTable() {}

    static void addTo(Facts facts, List<PoolVerdict> rows) {
        facts.add("pool", Cell.of("before") + Cell.of("after") + Cell.of("residual"));
        rows.forEach(row -> facts.add(row.pool().name(), row(row)));
    }

    private static String row(PoolVerdict row) {
        Pool pool = row.pool();
        Reading before = row.readings().get(0);
        Reading after = row.readings().get(1);
        return Cell.of(pool, before) + Cell.of(pool, after) + Cell.of(residual(row, before, after)) + "   "
                + ending(row);
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
