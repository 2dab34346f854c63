package io.github.vramguard.assertj;

import io.github.vramguard.HarnessResult;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.verdict.Verdict;
import java.util.List;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.assertj.core.api.AbstractAssert;

/**
 * Assertions on the result of a {@link io.github.vramguard.LoadUnloadHarness}.
 *
 * @since 0.1.0
 */
@API(status = Status.MAINTAINED, since = "0.1.0")
public final class HarnessResultAssert extends AbstractAssert<HarnessResultAssert, HarnessResult> {

    HarnessResultAssert(HarnessResult actual) {
        super(actual, HarnessResultAssert.class);
    }

    /**
     * Verifies that the verdict is passed. An inconclusive verdict does not pass.
     *
     * @return this
     */
    public HarnessResultAssert returnsToBaseline() {
        isNotNull();
        if (!(actual.verdict() instanceof Verdict.Passed)) {
            throw failure("%s", actual + "\n");
        }
        return this;
    }

    /**
     * Verifies that no GPU had a higher reading than a limit. Readings are taken between cycles and at each mark, for
     * instance after each load. A peak equal to the limit passes; a GPU that could not always be read does not.
     *
     * @param limit an amount such as {@code "6 GiB"}
     * @return this
     */
    public HarnessResultAssert peakIsAtMost(String limit) {
        isNotNull();
        List<Pool> gpus = actual.trace().pools().stream().filter(Pool::isGpu).toList();
        if (gpus.isEmpty()) {
            throw failure("Expecting a peak of GPU memory of at most %s but no GPU was read", limit);
        }
        gpus.forEach(gpu -> pool(gpu).peakIsAtMost(limit));
        return this;
    }

    /**
     * Returns assertions on one pool of the trace.
     *
     * @param pool the pool
     * @return its assertions
     */
    public PoolAssert pool(Pool pool) {
        isNotNull();
        return new PoolAssert(actual.trace(), pool);
    }
}
