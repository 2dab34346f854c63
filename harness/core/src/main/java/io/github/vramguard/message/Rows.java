package io.github.vramguard.message;

import io.github.vramguard.verdict.PoolOutcome;
import io.github.vramguard.verdict.PoolVerdict;
import io.github.vramguard.verdict.Verdict;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/** The pools of a verdict, each with its levels on one line. */
final class Rows {

    private Rows() {}

    /** The wanted pools; those that failed come first, then those without a verdict. */
    static List<PoolVerdict> that(Verdict verdict, Predicate<PoolVerdict> wanted) {
        return verdict.pools().stream()
                .filter(wanted)
                .sorted(Comparator.comparing((PoolVerdict pool) -> pool.outcome() != PoolOutcome.FAILED))
                .toList();
    }

    /** Several cycles that were judged as one run have two readings. */
    static void addTable(Facts facts, List<PoolVerdict> rows) {
        if (rows.isEmpty()) {
            return;
        }
        int cycles = rows.get(0).cycles();
        if (cycles == 1) {
            OneRunTable.addTo(facts, rows);
        } else {
            new CycleTable(cycles).addTo(facts, rows);
        }
    }

    /** A single reason is in the headline already. */
    static List<String> reasons(Verdict verdict) {
        return verdict instanceof Verdict.Inconclusive inconclusive
                        && inconclusive.reasons().size() > 1
                ? inconclusive.reasons().stream()
                        .map(reason -> reason.pool() + ": " + reason.detail())
                        .toList()
                : List.of();
    }
}
