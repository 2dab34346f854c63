package io.github.vramguard.explain;

import io.github.vramguard.memory.Origin;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.Trace;
import io.github.vramguard.rule.UnexplainedGrowth;
import io.github.vramguard.verdict.PoolVerdict;
import io.github.vramguard.verdict.Verdict;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;

/** When a leaking pool will be exhausted. */
final class Outlook {

    private Outlook() {}

    /**
     * A single run says nothing about the next. Where resident memory grows faster than malloc explains, it is what will exhaust the
     * machine; where it includes the heap and grows as fast, nobody knows when.
     */
    static Optional<String> of(Trace trace, Verdict verdict, PoolVerdict leak) {
        Origin origin = trace.origins().get(leak.pool());
        if (origin == null
                || origin.capacity().isEmpty()
                || leak.cycles() < 2
                || leak.series().rate() <= 0
                || (leak.pool().equals(Pool.NATIVE) && UnexplainedGrowth.isPossible(verdict, leak))) {
            return Optional.empty();
        }
        double rate = leak.pool().equals(Pool.NATIVE)
                ? UnexplainedGrowth.in(verdict)
                        .map(UnexplainedGrowth::resident)
                        .orElse(leak.series().rate())
                : leak.series().rate();
        long capacity = origin.capacity().getAsLong();
        return last(leak).map(last -> leak.pool().format(capacity) + when((capacity - last) / rate));
    }

    private static Optional<Long> last(PoolVerdict leak) {
        return leak.readings().stream()
                .flatMap(reading -> reading.amount().stream().boxed())
                .reduce((earlier, later) -> later);
    }

    private static String when(double cycles) {
        if (cycles <= 0) {
            return " already exhausted";
        }
        String about = rounded(cycles);
        return switch (about) {
            case "0" -> " exhausted within the next cycle";
            case "1" -> " exhausted after about 1 more cycle";
            default -> " exhausted after about " + about + " more cycles";
        };
    }

    /** Two digits, and none after the point. */
    private static String rounded(double cycles) {
        return new BigDecimal(cycles)
                .round(new MathContext(2))
                .setScale(0, RoundingMode.DOWN)
                .toPlainString();
    }
}
