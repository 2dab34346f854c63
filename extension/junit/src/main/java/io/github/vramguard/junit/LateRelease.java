package io.github.vramguard.junit;

import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.Snapshot;
import io.github.vramguard.verdict.PoolOutcome;
import io.github.vramguard.verdict.PoolVerdict;
import io.github.vramguard.verdict.Verdict;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Remembers what the last measured test left behind, so that it can be named when it comes back later. */
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

    /** What came back of it between two levels: at least half of what was left. */
    Optional<String> between(Snapshot before, Snapshot after) {
        return residuals.entrySet().stream()
                .filter(residual -> residual.getValue() > 0)
                .filter(residual -> fall(residual.getKey(), before, after) >= residual.getValue() / 2)
                .map(residual -> residual.getKey().format(fall(residual.getKey(), before, after)) + " of "
                        + residual.getKey() + " that " + test
                        + " left behind came back later; close it before that test ends")
                .findFirst();
    }

    private static long fall(Pool pool, Snapshot before, Snapshot after) {
        return before.of(pool).amount().isPresent() && after.of(pool).amount().isPresent()
                ? before.of(pool).amount().getAsLong() - after.of(pool).amount().getAsLong()
                : 0;
    }
}
