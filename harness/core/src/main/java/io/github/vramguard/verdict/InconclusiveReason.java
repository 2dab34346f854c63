package io.github.vramguard.verdict;

import io.github.vramguard.memory.Pool;

/**
 * Why a verdict cannot be given for a pool.
 *
 * @param cause the kind of obstacle
 * @param pool the pool
 * @param detail what was seen and what would help, for a person to read
 */
public record InconclusiveReason(Cause cause, Pool pool, String detail) {

    /** Kinds of obstacle. */
    public enum Cause {
        /** One run cannot tell a first-use cost from a leak. */
        FIRST_USE,
        /** Clean code rises for the first cycles too. */
        TOO_FEW_CYCLES,
        /** The pool still grows, but ever more slowly. */
        SATURATING,
        /** The noise is too large for the number of cycles. */
        TOO_NOISY,
        /** A cache of a running server grows by design, as far as it has room. */
        CACHE,
        /** What earlier runs reached was to be the limit, and none is remembered. */
        UNREMEMBERED,
        /** Another cycle or two would fill the pool, so that none was run. */
        EXHAUSTION,
        /** The whole device is read, and other processes moved on it. */
        NOT_ATTRIBUTABLE,
        /** A reading is missing where the verdict would rest on it. */
        UNREADABLE
    }
}
