package io.github.vramguard.assertj;

import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.Trace;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.assertj.core.api.AbstractAssert;

/**
 * Assertions on a trace.
 *
 * @since 0.1.0
 */
@API(status = Status.MAINTAINED, since = "0.1.0")
public final class TraceAssert extends AbstractAssert<TraceAssert, Trace> {

    TraceAssert(Trace actual) {
        super(actual, TraceAssert.class);
    }

    /**
     * Returns assertions on one pool of the trace.
     *
     * @param pool the pool
     * @return its assertions
     */
    public PoolAssert pool(Pool pool) {
        isNotNull();
        return new PoolAssert(actual, pool);
    }

    /**
     * Verifies that each pool that could be read returns to its baseline, and that there is at least one.
     *
     * @return this
     * @see PoolAssert#returnsToBaseline()
     */
    public TraceAssert returnsToBaseline() {
        isNotNull();
        Returns.objection(actual).ifPresent(text -> {
            throw failure("%s", text);
        });
        return this;
    }
}
