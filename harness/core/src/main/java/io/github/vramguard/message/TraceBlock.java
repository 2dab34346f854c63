package io.github.vramguard.message;

import io.github.vramguard.explain.BaselineAdvice;
import io.github.vramguard.explain.TurnGrowth;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.Reading;
import io.github.vramguard.memory.Trace;
import io.github.vramguard.verdict.PoolOutcome;
import io.github.vramguard.verdict.PoolVerdict;
import io.github.vramguard.verdict.Verdict;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;

/** The facts of a verdict on a trace. */
final class TraceBlock {

    private TraceBlock() {}

    static String of(Trace trace, Verdict verdict, int most) {
        Facts facts = new Facts();
        Leaks leaks = Leaks.of(trace, verdict);
        leaks.addShapesTo(facts, most);
        facts.addEach("open", doubts(verdict));
        addTable(facts, rows(verdict));
        facts.add("steady", steady(verdict));
        facts.addEach("growth", TurnGrowth.linesOf(trace));
        facts.add("measured", Measured.by(trace));
        facts.addEach("not seen", Measured.notSeen(trace));
        leaks.addExplanationsTo(facts);
        facts.addEach("next", BaselineAdvice.of(verdict));
        return facts.toString();
    }

    /** A single doubt is in the headline already. */
    private static List<String> doubts(Verdict verdict) {
        return verdict instanceof Verdict.Inconclusive open && open.reasons().size() > 1
                ? open.reasons().stream()
                        .map(doubt -> doubt.pool() + ": " + doubt.detail())
                        .toList()
                : List.of();
    }

    /** Several cycles that were judged as one run have two readings. */
    private static void addTable(Facts facts, List<PoolVerdict> rows) {
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

    /** What broke the verdict comes first; counts that did not move, and bytes that never were, get no row. */
    private static List<PoolVerdict> rows(Verdict verdict) {
        return verdict.pools().stream()
                .filter(pool -> pool.outcome() != PoolOutcome.UNREAD && !isSteady(pool))
                .sorted(Comparator.comparing(pool -> pool.outcome() != PoolOutcome.FAILED))
                .toList();
    }

    private static List<String> steady(Verdict verdict) {
        return verdict.pools().stream()
                .filter(TraceBlock::isSteady)
                .map(pool -> pool.pool() + " "
                        + pool.pool().format(pool.readings().get(0).amount().orElse(0)))
                .toList();
    }

    private static boolean isSteady(PoolVerdict pool) {
        List<OptionalLong> amounts =
                pool.readings().stream().map(Reading::amount).distinct().toList();
        boolean counts = pool.pool().unit() == Pool.Unit.COUNT;
        return amounts.size() == 1
                && (counts || amounts.get(0).equals(OptionalLong.of(0)))
                && pool.outcome() != PoolOutcome.UNREAD
                && pool.outcome() != PoolOutcome.FAILED;
    }
}
