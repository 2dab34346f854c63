package io.github.vramguard.assertj;

import io.github.vramguard.HarnessResult;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.Snapshot;
import io.github.vramguard.memory.Trace;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The entry point of the assertions on memory:
 *
 * <pre>{@code
 * assertThat(result).returnsToBaseline().peakIsAtMost("6 GiB");
 * assertThat(trace).pool(GPU).peakIsAtMost("6 GiB").returnsToBaseline();
 * }</pre>
 *
 * <p>A pool that could not be read never passes an assertion.
 *
 * @since 0.1.0
 */
@API(status = Status.MAINTAINED, since = "0.1.0")
public final class MemoryAssertions {

    /** The first GPU. */
    public static final Pool GPU = Pool.gpu(0);

    private MemoryAssertions() {}

    /**
     * Returns assertions on the result of a harness.
     *
     * @param actual the result
     * @return its assertions
     */
    public static HarnessResultAssert assertThat(HarnessResult actual) {
        return new HarnessResultAssert(actual);
    }

    /**
     * Returns assertions on a snapshot.
     *
     * @param actual the snapshot
     * @return its assertions
     */
    public static SnapshotAssert assertThat(Snapshot actual) {
        return new SnapshotAssert(actual);
    }

    /**
     * Returns assertions on a trace.
     *
     * @param actual the trace
     * @return its assertions
     */
    public static TraceAssert assertThat(Trace actual) {
        return new TraceAssert(actual);
    }
}
