package io.github.vramguard.junit;

import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.Snapshot;
import io.github.vramguard.verdict.PoolOutcome;
import io.github.vramguard.verdict.PoolVerdict;
import io.github.vramguard.verdict.Verdict;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Remembers the residual of the last measured test, to report it when it is released later. */
final class LateRelease {

    private String test = "";
    private final Map<Pool, Long> residuals = new TreeMap<>();

    void remember(String title, Verdict verdict) {
        test = title;
        residuals.clear();
        verdict.pools().stream()
                .filter(pool -> pool.outcome() == PoolOutcome.FAILED || pool.outcome() == PoolOutcome.INCONCLUSIVE)
                .forEach(pool -> residuals.put(pool.pool(), residual(pool)));
    }

    private static long residual(PoolVerdict pool) {
        return Math.round(pool.series().growth());
    }

    /** Describes what was released of it between two levels, if that is something and at least half of the residual. */
    Optional<String> between(Snapshot before, Snapshot after) {
        return residuals.entrySet().stream()
                .filter(residual -> residual.getValue() > 0)
                .filter(residual -> 2 * fall(residual.getKey(), before, after) >= residual.getValue())
                .map(residual -> test + " released "
                        + residual.getKey().format(fall(residual.getKey(), before, after)) + " of " + residual.getKey()
                        + " only after its end; close the model before the test ends")
                .findFirst();
    }

    private static long fall(Pool pool, Snapshot before, Snapshot after) {
        return before.of(pool).amount().isPresent() && after.of(pool).amount().isPresent()
                ? before.of(pool).amount().getAsLong() - after.of(pool).amount().getAsLong()
                : 0;
    }
}
