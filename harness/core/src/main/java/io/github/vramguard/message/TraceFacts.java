package io.github.vramguard.message;

import io.github.vramguard.explain.BaselineAdvice;
import io.github.vramguard.explain.EndedGrowth;
import io.github.vramguard.explain.TurnGrowth;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.Trace;
import io.github.vramguard.rule.MaterialResidual;
import io.github.vramguard.verdict.PoolOutcome;
import io.github.vramguard.verdict.PoolVerdict;
import io.github.vramguard.verdict.Verdict;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** The facts that explain a verdict on a trace. A person reads them in a console, so that all limits together come to 21 lines. */
final class TraceFacts {

    private static final int FEW = 2;
    private static final int ROWS = 4;
    private static final int STEPS = 4;

    private TraceFacts() {}

    static String of(Trace trace, Verdict verdict, int most) {
        Facts facts = new Facts();
        Leaks leaks = Leaks.of(trace, verdict);
        List<PoolVerdict> rows = Rows.that(verdict, TraceFacts::matters);
        facts.addFew("shape", leaks.shapes(most), FEW);
        facts.addFew("reasons", Rows.reasonsInBrief(verdict), FEW);
        Rows.addTable(facts, trace, rows.subList(0, Math.min(ROWS, rows.size())), 1);
        if (rows.size() > ROWS) {
            facts.add("", "and " + (rows.size() - ROWS) + " more pools");
        }
        facts.add("clean", String.join(" · ", clean(verdict)));
        facts.addFew("growth", TurnGrowth.linesOf(trace), FEW);
        facts.add("measured", String.join(" · ", Measured.by(trace)));
        facts.addFew("not seen", Measured.notSeenInBrief(trace), FEW);
        facts.addFew("why", leaks.why(), FEW);
        facts.addFew("why", EndedGrowth.of(verdict), FEW);
        facts.addFew("outlook", leaks.outlook(), 1);
        facts.addFew(
                "next",
                Stream.concat(leaks.next().stream(), BaselineAdvice.of(verdict).stream())
                        .toList(),
                STEPS);
        return facts.toString();
    }

    private static boolean matters(PoolVerdict pool) {
        return switch (pool.outcome()) {
            case FAILED, INCONCLUSIVE, NOT_COUNTED -> true;
            case PASSED, REPORTED, UNREAD -> false;
        };
    }

    private static List<String> clean(Verdict verdict) {
        return verdict.pools().stream()
                .filter(pool -> pool.outcome() == PoolOutcome.PASSED)
                .map(TraceFacts::level)
                .toList();
    }

    private static String level(PoolVerdict pool) {
        Pool of = pool.pool();
        OptionalLong above = MaterialResidual.of(pool);
        return of + " " + of.format(pool.readings().get(pool.cycles()).amount().orElse(0))
                + (above.isPresent() ? " (" + of.format(above.getAsLong()) + " above its baseline)" : "");
    }
}
