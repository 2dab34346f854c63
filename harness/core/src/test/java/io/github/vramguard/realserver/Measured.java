package io.github.vramguard.realserver;

import io.github.vramguard.config.Settings;
import io.github.vramguard.gate.LeakGate;
import io.github.vramguard.measure.Cycle;
import io.github.vramguard.measure.Cycles;
import io.github.vramguard.memory.MemoryTarget;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.Reading;
import io.github.vramguard.memory.Trace;
import io.github.vramguard.verdict.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;

/** What a number of cycles measured, whether or not fewer would do for a verdict. */
record Measured(Trace trace, Verdict verdict) {

    /** One cycle, which knows its number. */
    @FunctionalInterface
    interface Step {
        void run(Cycle cycle) throws Exception;
    }

    static Measured cycles(int number, MemoryTarget target, Step step) throws Exception {
        return cycles(number, target, Map.of(), step);
    }

    static Measured cycles(int number, MemoryTarget target, Map<String, String> settings, Step step) throws Exception {
        LeakGate gate = LeakGate.with(Settings.from(key -> Optional.ofNullable(settings.get(key)), settings.keySet()));
        Trace trace = new Cycles(gate.meter(target, Set.of()), number, soFar -> true).run(step::run);
        return new Measured(trace, gate.judge(trace));
    }

    /** The amounts of a pool, in its own unit; a gap is left out. */
    List<Long> amounts(Pool pool) {
        return trace.series(pool).stream()
                .map(Reading::amount)
                .filter(OptionalLong::isPresent)
                .map(OptionalLong::getAsLong)
                .toList();
    }

    /** How much of a pool each cycle took, without the first cycle. */
    List<Long> steps(Pool pool) {
        List<Long> amounts = amounts(pool);
        return IntStream.range(2, amounts.size())
                .mapToObj(cycle -> amounts.get(cycle) - amounts.get(cycle - 1))
                .toList();
    }

    /** What is not known of a pool after the last cycle. */
    String lastGap(Pool pool) {
        List<Reading> series = trace.series(pool);
        return series.get(series.size() - 1).toString();
    }
}
