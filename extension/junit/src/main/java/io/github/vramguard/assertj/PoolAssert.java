package io.github.vramguard.assertj;

import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.Reading;
import io.github.vramguard.memory.Trace;
import java.util.OptionalLong;
import java.util.Set;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.assertj.core.api.AbstractAssert;

/**
 * Assertions on one pool of a trace.
 *
 * @since 0.1.0
 */
@API(status = Status.MAINTAINED, since = "0.1.0")
public final class PoolAssert extends AbstractAssert<PoolAssert, Trace> {

    private final Pool pool;

    PoolAssert(Trace actual, Pool pool) {
        super(actual, PoolAssert.class);
        this.pool = pool;
    }

    /**
     * Verifies that no reading is higher than a limit. A peak equal to the limit passes; a snapshot without a reading does not.
     *
     * @param limit an amount such as {@code "6 GiB"}, or a number for a pool that counts
     * @return this
     */
    public PoolAssert peakIsAtMost(String limit) {
        OptionalLong peak = actual.peak(pool);
        if (peak.orElse(Long.MIN_VALUE) > Limit.of(pool, limit)) {
            throw failure(
                    "Expecting a peak of %s of at most %s but it was %s", pool, limit, pool.format(peak.getAsLong()));
        }
        actual.snapshots().stream()
                .map(snapshot -> snapshot.of(pool))
                .filter(Reading.Gap.class::isInstance)
                .findFirst()
                .ifPresent(gap -> {
                    throw failure(
                            "Expecting a peak of %s of at most %s but it was not always read: %s", pool, limit, gap);
                });
        return this;
    }

    /**
     * Verifies that the settled levels return to their baseline: by the leak rule from eight cycles on, and within the
     * tolerance of one run below. An inconclusive verdict does not pass.
     *
     * @return this
     */
    public PoolAssert returnsToBaseline() {
        if (actual.peak(pool).isEmpty()) {
            throw failure("Expecting %s to return to its baseline but it was never read", pool);
        }
        Returns.objection(actual.only(Set.of(pool))).ifPresent(text -> {
            throw failure("%s", text);
        });
        return this;
    }

    /**
     * Returns assertions on another pool of the same trace.
     *
     * @param other the pool
     * @return its assertions
     */
    public PoolAssert pool(Pool other) {
        return new PoolAssert(actual, other);
    }
}
