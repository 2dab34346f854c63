package io.github.vramguard.message;

import io.github.vramguard.explain.Beyond;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.rule.MaterialResidual;
import io.github.vramguard.verdict.PoolOutcome;
import io.github.vramguard.verdict.PoolVerdict;
import io.github.vramguard.verdict.Preset;
import io.github.vramguard.verdict.Unmeasured;
import io.github.vramguard.verdict.Verdict;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The headline of a verdict that has passed: what stays above the baseline, what would have been found, and what was not measured. */
final class PassedLine {

    private static final double LITTLE = 0.25;

    private PassedLine() {}

    static String of(Verdict.Passed verdict) {
        List<PoolVerdict> pools = verdict.pools();
        String permitted = PermittedLeaks.of(verdict);
        return (permitted.isEmpty() ? residual(pools) : permitted + stays(pools))
                + unexplained(verdict).map(clause -> "; " + clause).orElse("")
                + detectable(pools)
                + notCounted(verdict)
                + unmeasured(pools);
    }

    /** A known leak of resident memory has said how much it grows. */
    private static Optional<String> unexplained(Verdict.Passed verdict) {
        return verdict.pools().stream()
                .filter(pool -> pool.pool().equals(Pool.RESIDENT))
                .filter(pool -> isPermitted(verdict, pool))
                .findFirst()
                .map(resident -> Beyond.malloc(verdict, resident))
                .orElseGet(() -> Beyond.malloc(verdict));
    }

    private static boolean isPermitted(Verdict.Passed verdict, PoolVerdict pool) {
        return verdict.permitted().stream().anyMatch(leak -> leak.pool().equals(pool.pool()));
    }

    private static String unmeasured(List<PoolVerdict> pools) {
        String unmeasured = Unmeasured.of(pools).toString();
        return unmeasured.isEmpty() ? "" : "; not measured: " + unmeasured;
    }

    /** Other memory than that of the known leak. */
    private static String stays(List<PoolVerdict> pools) {
        return materiallyAbove(pools).isEmpty() ? "" : "; beside it, " + residual(pools);
    }

    private static List<PoolVerdict> materiallyAbove(List<PoolVerdict> pools) {
        return pools.stream()
                .filter(pool -> pool.outcome() == PoolOutcome.PASSED)
                .filter(pool -> MaterialResidual.of(pool).isPresent())
                .sorted(Comparator.comparingLong(PassedLine::above).reversed())
                .toList();
    }

    private static String residual(List<PoolVerdict> pools) {
        List<PoolVerdict> above = materiallyAbove(pools);
        if (above.isEmpty()) {
            return "memory returns to its baseline";
        }
        String growth = above.stream().allMatch(PassedLine::hasStopped)
                ? "memory stopped growing, but"
                : "no leak beyond the tolerance was found, but memory";
        return growth + " stays above its baseline: " + amounts(above, PassedLine::above);
    }

    /** Growth within the tolerance goes on: the second half of the cycles brought much of it. */
    private static boolean hasStopped(PoolVerdict pool) {
        long middle = pool.readings().get(pool.cycles() / 2).amount().orElse(0);
        long last = pool.readings().get(pool.cycles()).amount().orElse(0);
        return last - middle <= LITTLE * above(pool);
    }

    private static long above(PoolVerdict pool) {
        return pool.residual().orElse(0);
    }

    /** What a series of cycles would have shown; a single run rules out nothing. */
    private static String detectable(List<PoolVerdict> pools) {
        List<PoolVerdict> judged = pools.stream()
                .filter(pool -> pool.outcome() == PoolOutcome.PASSED && pool.cycles() >= Preset.FEWEST_CYCLES)
                .filter(pool -> pool.pool().unit() == Pool.Unit.BYTES)
                .toList();
        return judged.isEmpty()
                ? ""
                : "; smallest detectable leak per cycle: "
                        + judged.stream().map(PassedLine::detectable).collect(Collectors.joining(", "));
    }

    private static String detectable(PoolVerdict pool) {
        String hidden = Allocators.hidden(pool.readings());
        return amount(pool, Math.round(pool.excluded())) + (hidden.isEmpty() ? "" : " (not in " + hidden + ")");
    }

    /** Growth that is too small, or explained by another pool. */
    private static String notCounted(Verdict.Passed verdict) {
        List<PoolVerdict> noted = verdict.pools().stream()
                .filter(pool -> pool.outcome() == PoolOutcome.NOT_COUNTED)
                .filter(pool -> !isPermitted(verdict, pool))
                .toList();
        return noted.isEmpty() ? "" : "; not counted: " + amounts(noted, PoolVerdict::perCycle);
    }

    private static String amounts(List<PoolVerdict> pools, Function<PoolVerdict, Long> amount) {
        return pools.stream().map(pool -> amount(pool, amount.apply(pool))).collect(Collectors.joining(", "));
    }

    private static String amount(PoolVerdict pool, long amount) {
        return pool.pool() + " " + pool.pool().format(amount);
    }
}
