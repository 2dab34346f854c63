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

/** What there is to say about each pool that leaks; the name of the pool comes first if there are several. */
final class Leaks {

    private final Map<PoolVerdict, Explanation> leaks;

    private Leaks(Map<PoolVerdict, Explanation> leaks) {
        this.leaks = leaks;
    }

    static Leaks of(Trace trace, Verdict verdict) {
        Map<PoolVerdict, Explanation> leaks = new LinkedHashMap<>();
        if (verdict instanceof Verdict.Failed failed) {
            for (Finding finding : failed.findings()) {
                if (finding instanceof Finding.Leak leak) {
                    leaks.put(leak.verdict(), Explanation.of(trace, verdict, leak.verdict()));
                } else if (finding instanceof Finding.Orphans orphans) {
                    leaks.put(orphans.verdict(), Explanation.of(trace, verdict, orphans.verdict()));
                }
            }
        }
        return new Leaks(leaks);
    }

    List<String> shapes(int most) {
        return each((leak, explanation) -> List.of(shape(leak, most)));
    }

    List<String> why() {
        return each(explanation -> joined(explanation.why()));
    }

    List<String> outlook() {
        return each(explanation -> explanation.outlook().stream().toList());
    }

    List<String> next() {
        return each(Explanation::next);
    }

    private List<String> each(Function<Explanation, List<String>> part) {
        return each((leak, explanation) -> part.apply(explanation));
    }

    private List<String> each(BiFunction<PoolVerdict, Explanation, List<String>> part) {
        List<String> lines = new ArrayList<>();
        leaks.forEach((leak, explanation) -> {
            String name = leaks.size() > 1 ? leak.pool() + ": " : "";
            part.apply(leak, explanation).forEach(line -> lines.add(name + line));
        });
        return lines;
    }

    private static List<String> joined(List<String> facts) {
        return facts.isEmpty() ? facts : List.of(String.join(" · ", facts));
    }

    private static String shape(PoolVerdict leak, int most) {
        if (!leak.orphans().isEmpty()) {
            return "ORPHAN, a process that the target started and that outlived its parent";
        }
        if (!leak.stranded().isEmpty() && leak.series().growth() <= 0) {
            return "still allocated by a driver for a process that has ended";
        }
        if (leak.cycles() == 1) {
            return leak.series().detail();
        }
        String limit = most == Integer.MAX_VALUE ? "" : " of at most " + most;
        return leak.series().shape() + ", " + leak.series().detail() + "; certain at cycle " + leak.cycles() + limit;
    }
}
