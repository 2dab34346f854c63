package io.github.vramguard.gate;

import io.github.vramguard.memory.Origin.Quality;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.Trace;
import io.github.vramguard.rule.LeakRule;
import io.github.vramguard.verdict.PoolOutcome;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/** The largest number of cycles, held against what the rule needs to prove a leak. */
record CycleLimit(LeakRule rule, int most) {

    /** Says which pools need more; nothing where none does. A pool that holds nothing, such as one of children, needs none. */
    Optional<String> shortfall(Trace trace) {
        ToIntFunction<Pool> needed = pool -> rule.cyclesToProve(pool, quality(trace, pool));
        List<Pool> beyond = trace.pools().stream()
                .filter(pool -> trace.peak(pool).orElse(0) > 0)
                .filter(pool -> !PoolOutcome.isOnlyReported(pool, quality(trace, pool)))
                .filter(pool -> needed.applyAsInt(pool) > most)
                .toList();
        return beyond.stream().mapToInt(needed).max().stream()
                .mapToObj(enough -> "at most " + most + (most == 1 ? " cycle" : " cycles")
                        + " may be too few to prove a leak in " + names(beyond) + ": allow at least " + enough)
                .findFirst();
    }

    private static Quality quality(Trace trace, Pool pool) {
        return trace.quality(pool).orElse(Quality.EXACT);
    }

    private static String names(List<Pool> pools) {
        return pools.stream().map(Pool::name).collect(Collectors.joining(", "));
    }
}
