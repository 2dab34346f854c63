package io.github.vramguard.measure;

import io.github.vramguard.memory.Pool;
import java.time.Duration;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * How long to wait for memory to settle.
 *
 * <p>A level that is back at the earlier one is accepted at once. A higher one must hold still for a while, because
 * memory is often released late: by a Cleaner, or by a GPU driver some 0.5 to 1.5 seconds after the unload.
 *
 * @param window how long a pool of host memory must hold still; 300 ms by default
 * @param gpuWindow how long a pool of device memory must hold still; 2 s by default
 * @param timeout when to give up waiting; 10 s by default, like the grace that model servers grant a driver
 * @since 0.1.0
 */
@API(status = Status.MAINTAINED, since = "0.1.0")
public record Settling(Duration window, Duration gpuWindow, Duration timeout) {

    /** HotSpot returns the memory that its compilers have freed every 5 s. */
    private static final Duration COMPILERS = Duration.ofMillis(5500);

    /** The defaults. */
    public static final Settling DEFAULT =
            new Settling(Duration.ofMillis(300), Duration.ofSeconds(2), Duration.ofSeconds(10));

    /**
     * Checks the durations.
     *
     * @throws IllegalArgumentException if one is negative or the timeout is shorter than a window
     */
    public Settling {
        if (window.isNegative() || gpuWindow.isNegative()) {
            throw new IllegalArgumentException(
                    "the time to hold still cannot be negative: " + window + ", " + gpuWindow);
        }
        if (timeout.compareTo(window) < 0 || timeout.compareTo(gpuWindow) < 0) {
            throw new IllegalArgumentException("the timeout of settling (" + timeout.toMillis()
                    + " ms) is shorter than the time to hold still (" + window.toMillis() + " ms, on a GPU "
                    + gpuWindow.toMillis() + " ms)");
        }
    }

    /** How long a level may be too high at least, because what is freed comes back late. */
    Duration patienceWith(Pool pool, boolean mixed) {
        if (!pool.equals(Pool.NATIVE) || !mixed) {
            return Duration.ZERO;
        }
        Duration half = timeout.dividedBy(2);
        return half.compareTo(COMPILERS) < 0 ? half : COMPILERS;
    }

    Duration windowOf(Pool pool) {
        return pool.isAllocatedByDriver() ? gpuWindow : window;
    }
}
