package io.github.vramguard.verdict;

/** What the levels of one pool look like over the cycles. */
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
}
