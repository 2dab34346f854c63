package io.github.vramguard.assertj;

import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.Reading;
import io.github.vramguard.memory.Snapshot;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.assertj.core.api.AbstractAssert;

/**
 * Assertions on a snapshot.
 *
 * @since 0.1.0
 */
@API(status = Status.MAINTAINED, since = "0.1.0")
public final class SnapshotAssert extends AbstractAssert<SnapshotAssert, Snapshot> {

    SnapshotAssert(Snapshot actual) {
        super(actual, SnapshotAssert.class);
    }

    /**
     * Verifies that a pool could be read.
     *
     * @param pool the pool
     * @return this
     */
    public SnapshotAssert canRead(Pool pool) {
        reading(pool);
        return this;
    }

    /**
     * Verifies that a pool holds no more than a limit. An amount equal to the limit passes.
     *
     * @param pool the pool
     * @param limit an amount such as {@code "6 GiB"}, or a number for a pool that counts
     * @return this
     */
    public SnapshotAssert holdsAtMost(Pool pool, String limit) {
        long amount = reading(pool);
        if (amount > Limit.of(pool, limit)) {
            throw failure("Expecting %s to hold at most %s but it holds %s", pool, limit, pool.format(amount));
        }
        return this;
    }

    private long reading(Pool pool) {
        isNotNull();
        Reading reading = actual.of(pool);
        return reading.amount()
                .orElseThrow(() -> failure("Expecting a reading of %s but there is none: %s", pool, reading));
    }
}
