package io.github.vramguard.rule;

import io.github.vramguard.memory.Origin;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.Trace;
import io.github.vramguard.verdict.InconclusiveReason;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Finds pools that more cycles could exhaust: on an exhausted machine nothing can be measured. */
public final class Exhaustion {

    private static final int CYCLES_TO_SPARE = 2;

    private Exhaustion() {}

    /** The first pool that two more cycles like the worst so far would exhaust. */
    public static Optional<InconclusiveReason> of(Trace trace) {
        return trace.origins().entrySet().stream()
                .flatMap(origin -> of(trace, origin).stream())
                .findFirst();
    }

    private static Optional<InconclusiveReason> of(Trace trace, Map.Entry<Pool, Origin> origin) {
        Pool pool = origin.getKey();
        long[] levels = trace.series(pool).stream()
                .flatMapToLong(reading -> reading.amount().stream())
                .toArray();
        long rise = IntStream.range(1, levels.length)
                .mapToLong(cycle -> levels[cycle] - levels[cycle - 1])
                .max()
                .orElse(0);
        long capacity = origin.getValue().capacity().orElse(Long.MAX_VALUE);
        boolean isNear = rise > 0 && levels[levels.length - 1] > capacity - CYCLES_TO_SPARE * rise;
        return isNear
                ? Optional.of(new InconclusiveReason(
                        InconclusiveReason.Cause.EXHAUSTION,
                        pool,
                        "stopped after cycle " + trace.cycles() + ": " + CYCLES_TO_SPARE + " more cycles of up to "
                                + pool.format(rise) + " could exhaust " + pool.format(capacity)))
                : Optional.empty();
    }
}
