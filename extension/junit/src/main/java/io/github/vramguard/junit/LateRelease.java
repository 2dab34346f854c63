package io.github.vramguard.junit;

import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.Snapshot;
import io.github.vramguard.verdict.PoolVerdict;
import io.github.vramguard.verdict.Standing;
import io.github.vramguard.verdict.Verdict;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Remembers what the last measured test left behind, so that it can be named when it comes back later. */
final class LateRelease {

    private String test = "";
    private final Map<Pool, Long> residues = new TreeMap<>();

    void remember(String title, Verdict verdict) {
        test = title;
        residues.clear();
        verdict.pools().stream()
                .filter(pool -> pool.standing() == Standing.BROKEN || pool.standing() == Standing.UNDECIDED)
                .forEach(pool -> residues.put(pool.pool(), residue(pool)));
    }

    private static long residue(PoolVerdict pool) {
        return Math.round(pool.series().growth());
    }

    /** What came back of it between two levels: at least half of what was left. */
    Optional<String> between(Snapshot before, Snapshot after) {
        return residues.entrySet().stream()
                .filter(residue -> residue.getValue() > 0)
                .filter(residue -> fall(residue.getKey(), before, after) >= residue.getValue() / 2)
                .map(residue -> residue.getKey().format(fall(residue.getKey(), before, after)) + " of "
                        + residue.getKey() + " that " + test
                        + " left behind came back later; close it before that test ends")
                .findFirst();
    }

    private static long fall(Pool pool, Snapshot before, Snapshot after) {
        return before.of(pool).amount().isPresent() && after.of(pool).amount().isPresent()
                ? before.of(pool).amount().getAsLong() - after.of(pool).amount().getAsLong()
                : 0;
    }
}
