package io.github.vramguard.verdict;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * What the levels of one pool look like over the cycles.
 *
 * @since 0.1.0
 */
@API(status = Status.MAINTAINED, since = "0.1.0")
public enum Shape {
    /** Recurrent or straight growth, proven. */
    LEAK,
    /** No growth. */
    FLAT,
    /** Ups and downs without growth. */
    NOISE,
    /** One rise in the first cycles, and none since. */
    WARMUP_STEP,
    /** One rise after the first cycles, and none since. */
    LATE_STEP,
    /** Growth that has ended. */
    PLATEAU,
    /** Growth that slows down and has not ended. */
    SATURATING,
    /** None of the others, so far. */
    INCONCLUSIVE;

    /**
     * Returns whether the pool passes without a further cycle.
     *
     * @return true for {@link #FLAT}, {@link #NOISE}, {@link #WARMUP_STEP}, {@link #LATE_STEP} and {@link #PLATEAU}
     */
    public boolean clean() {
        return switch (this) {
            case FLAT, NOISE, WARMUP_STEP, LATE_STEP, PLATEAU -> true;
            case LEAK, SATURATING, INCONCLUSIVE -> false;
        };
    }

    /**
     * Returns whether the pool is decided without a further cycle.
     *
     * @return true unless it is {@link #SATURATING} or {@link #INCONCLUSIVE}
     */
    public boolean certain() {
        return this == LEAK || clean();
    }
}
