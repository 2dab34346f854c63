package io.github.vramguard.message;

import io.github.vramguard.explain.BaselineAdvice;
import io.github.vramguard.explain.EndedGrowth;
import io.github.vramguard.explain.TurnGrowth;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.Reading;
import io.github.vramguard.memory.Trace;
import io.github.vramguard.verdict.PoolOutcome;
import io.github.vramguard.verdict.PoolVerdict;
import io.github.vramguard.verdict.Verdict;
import java.util.List;
import java.util.OptionalLong;

/** All facts of a verdict on a trace. */
final class TraceBlock {

    private TraceBlock() {}

    static String of(Trace trace, Verdict verdict, int most) {
        Facts facts = new Facts();
        Leaks leaks = Leaks.of(trace, verdict);
        facts.addEach("shape", leaks.shapes(most));
        facts.addEach("reasons", Rows.reasons(verdict));
        List<PoolVerdict> rows = Rows.that(verdict, pool -> pool.outcome() != PoolOutcome.UNREAD && !isSteady(pool));
        Rows.addTable(facts, trace, rows, rows.size());
        facts.add("steady", steady(verdict));
        facts.addEach("growth", TurnGrowth.linesOf(trace));
        facts.add("measured", Measured.by(trace));
        facts.addEach("not seen", Measured.notSeen(trace));
        facts.addEach("why", leaks.why());
        facts.addEach("why", EndedGrowth.of(verdict));
        facts.addEach("outlook", leaks.outlook());
        facts.addEach("next", leaks.next());
        facts.addEach("next", BaselineAdvice.of(verdict));
        return facts.toString();
    }

    private static List<String> steady(Verdict verdict) {
        return verdict.pools().stream()
                .filter(TraceBlock::isSteady)
                .map(pool -> pool.pool() + " "
                        + pool.pool().format(pool.readings().get(0).amount().orElse(0)))
                .toList();
    }

    /** Counts that did not change, and bytes that never were, get no row. */
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
