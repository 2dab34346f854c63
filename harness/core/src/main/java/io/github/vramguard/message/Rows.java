package io.github.vramguard.message;

import io.github.vramguard.memory.RoundTrip;
import io.github.vramguard.memory.Shortened;
import io.github.vramguard.memory.Trace;
import io.github.vramguard.verdict.PoolOutcome;
import io.github.vramguard.verdict.PoolVerdict;
import io.github.vramguard.verdict.Verdict;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The pools of a verdict, each with its levels on one line. */
final class Rows {

    /** Of a reason in a headline or in a line of a console. */
    static final int LONGEST_REASON = 240;

    private Rows() {}

    /** The wanted pools; those that failed come first, then those without a verdict. */
    static List<PoolVerdict> that(Verdict verdict, Predicate<PoolVerdict> wanted) {
        return verdict.pools().stream()
                .filter(wanted)
                .sorted(Comparator.comparing((PoolVerdict pool) -> pool.outcome() != PoolOutcome.FAILED))
                .toList();
    }

    /** Several cycles that were judged as one run have two readings. */
    static void addTable(Facts facts, Trace trace, List<PoolVerdict> rows, int mostLoaded) {
        if (rows.isEmpty()) {
            return;
        }
        int cycles = rows.get(0).cycles();
        Map<Integer, RoundTrip> trips =
                RoundTrip.in(trace).stream().collect(Collectors.toMap(RoundTrip::cycle, trip -> trip));
        if (cycles == 1) {
            OneRunTable.addTo(facts, trips.values(), rows);
        } else {
            new CycleTable(cycles).addTo(facts, trips, rows, mostLoaded);
        }
    }

    /** A single reason is in the headline already, unless it is too long for that. */
    static List<String> reasons(Verdict verdict) {
        List<String> reasons = all(verdict);
        return reasons.size() == 1 && reasons.get(0).length() <= LONGEST_REASON ? List.of() : reasons;
    }

    static List<String> reasonsInBrief(Verdict verdict) {
        List<String> reasons = all(verdict);
        return reasons.size() == 1
                ? List.of()
                : reasons.stream()
                        .map(reason -> Shortened.to(LONGEST_REASON, reason))
                        .toList();
    }

    private static List<String> all(Verdict verdict) {
        return verdict instanceof Verdict.Inconclusive inconclusive
                ? inconclusive.reasons().stream()
                        .map(reason -> reason.pool() + ": " + reason.detail())
                        .toList()
                : List.of();
    }
}
