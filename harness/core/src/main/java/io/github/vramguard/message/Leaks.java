package io.github.vramguard.message;

import io.github.vramguard.explain.Explanation;
import io.github.vramguard.memory.Trace;
import io.github.vramguard.verdict.Finding;
import io.github.vramguard.verdict.PoolVerdict;
import io.github.vramguard.verdict.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;

/** What is told of each pool that leaks; the name of the pool goes first where there are several. */
final class Leaks {

    private final Map<PoolVerdict, Explanation> leaks;

    private Leaks(Map<PoolVerdict, Explanation> leaks) {
        this.leaks = leaks;
    }

    static Leaks of(Trace trace, Verdict verdict) {
        Map<PoolVerdict, Explanation> leaks = new LinkedHashMap<>();
        if (verdict instanceof Verdict.Failed broken) {
            for (Finding finding : broken.findings()) {
                if (finding instanceof Finding.Leak leak) {
                    leaks.put(leak.verdict(), Explanation.of(trace, verdict, leak.verdict()));
                } else if (finding instanceof Finding.Orphans orphans) {
                    leaks.put(orphans.verdict(), Explanation.of(trace, verdict, orphans.verdict()));
                }
            }
        }
        return new Leaks(leaks);
    }

    void addShapesTo(Facts facts, int most) {
        add(facts, "shape", (leak, explanation) -> List.of(shape(leak, most)));
    }

    void addExplanationsTo(Facts facts) {
        add(facts, "why", explanation -> joined(explanation.why()));
        add(facts, "outlook", explanation -> explanation.outlook().stream().toList());
        add(facts, "next", Explanation::next);
    }

    private void add(Facts facts, String label, Function<Explanation, List<String>> part) {
        add(facts, label, (leak, explanation) -> part.apply(explanation));
    }

    private void add(Facts facts, String label, BiFunction<PoolVerdict, Explanation, List<String>> part) {
        List<String> lines = new ArrayList<>();
        leaks.forEach((leak, explanation) -> {
            String name = leaks.size() > 1 ? leak.pool() + ": " : "";
            part.apply(leak, explanation).forEach(line -> lines.add(name + line));
        });
        facts.addEach(label, lines);
    }

    private static List<String> joined(List<String> facts) {
        return facts.isEmpty() ? facts : List.of(String.join(" · ", facts));
    }

    private static String shape(PoolVerdict leak, int most) {
        if (!leak.orphans().isEmpty()) {
            return "ORPHAN, a process that the target had started and that outlived its parent";
        }
        if (!leak.stranded().isEmpty() && leak.series().growth() <= 0) {
            return "held by a driver for a process that has ended";
        }
        if (leak.cycles() == 1) {
            long explained = Math.round(leak.excluded());
            return explained == 0
                    ? "a first use explains none of it"
                    : "more than a first use explains (" + leak.pool().format(explained) + ")";
        }
        String limit = most == Integer.MAX_VALUE ? "" : " of at most " + most;
        return leak.series().shape() + ", " + leak.series().detail() + "; certain at cycle " + leak.cycles() + limit;
    }
}
