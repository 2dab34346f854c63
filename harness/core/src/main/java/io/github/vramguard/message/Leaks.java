package io.github.vramguard.message;

import io.github.vramguard.explain.Explanation;
import io.github.vramguard.memory.Trace;
import io.github.vramguard.verdict.Finding;
import io.github.vramguard.verdict.Finding.NotReleased;
import io.github.vramguard.verdict.PoolVerdict;
import io.github.vramguard.verdict.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** What there is to say about each pool that leaks; the name of the pool comes first if there are several. */
final class Leaks {

    private static final String LOOK =
            "see whether the unload does anything: whether the list of the server, another client, or a reference keeps the"
                    + " model; if it is released later than that, raise vramguard.settle.timeout";

    private final Map<PoolVerdict, Explanation> leaks;
    private final Map<PoolVerdict, NotReleased> held;

    private Leaks(Map<PoolVerdict, Explanation> leaks, Map<PoolVerdict, NotReleased> held) {
        this.leaks = leaks;
        this.held = held;
    }

    static Leaks of(Trace trace, Verdict verdict) {
        Map<PoolVerdict, Explanation> leaks = new LinkedHashMap<>();
        Map<PoolVerdict, NotReleased> held = new HashMap<>();
        if (verdict instanceof Verdict.Failed failed) {
            failed.findings().stream()
                    .flatMap(finding -> pool(finding).stream())
                    .forEach(pool -> leaks.put(pool, Explanation.of(trace, verdict, pool)));
            failed.findings().stream()
                    .filter(NotReleased.class::isInstance)
                    .map(NotReleased.class::cast)
                    .forEach(finding -> held.put(finding.verdict(), finding));
        }
        return new Leaks(leaks, held);
    }

    private static Optional<PoolVerdict> pool(Finding finding) {
        if (finding instanceof Finding.Leak leak) {
            return Optional.of(leak.verdict());
        }
        if (finding instanceof Finding.Orphans orphans) {
            return Optional.of(orphans.verdict());
        }
        return finding instanceof NotReleased kept ? Optional.of(kept.verdict()) : Optional.empty();
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
        return each((leak, explanation) ->
                held.containsKey(leak) ? List.of(LOOK, leak.pool().nextStep()) : explanation.next());
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

    private String shape(PoolVerdict leak, int most) {
        if (held.containsKey(leak)) {
            return "NOT RELEASED, " + held.get(leak);
        }
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
