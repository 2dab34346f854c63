package io.github.vramguard.message;

import io.github.vramguard.memory.Pool;
import io.github.vramguard.verdict.PermittedLeak;
import io.github.vramguard.verdict.PoolVerdict;
import io.github.vramguard.verdict.Verdict;
import java.util.stream.Collectors;

/** The known leaks that occurred in a run that passed. */
final class PermittedLeaks {

    private PermittedLeaks() {}

    /** Empty if there was none. */
    static String of(Verdict.Passed verdict) {
        String leaks = verdict.permitted().stream()
                .map(leak -> verdict.pools().stream()
                        .filter(pool -> pool.pool().equals(leak.pool()))
                        .map(pool -> of(pool, leak))
                        .collect(Collectors.joining()))
                .collect(Collectors.joining(", "));
        return leaks.isEmpty() ? "" : "the known leak occurred and is permitted: " + leaks;
    }

    private static String of(PoolVerdict verdict, PermittedLeak leak) {
        Pool pool = verdict.pool();
        String amount = pool.format(verdict.perCycle());
        String growth =
                verdict.cycles() == 1 ? " ends " + amount + " above its baseline" : " grows " + amount + " per cycle";
        return pool + growth + ", up to " + pool.format(leak.upTo()) + " (" + leak.reason() + ")";
    }
}
