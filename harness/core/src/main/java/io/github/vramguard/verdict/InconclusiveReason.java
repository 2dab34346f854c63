package io.github.vramguard.verdict;

import io.github.vramguard.memory.Pool;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Why a pool has no verdict.
 *
 * @param cause the kind of obstacle
 * @param pool the pool
 * @param detail what was measured and what would help, as readable text
 * @since 0.1.0
 */
@API(status = Status.MAINTAINED, since = "0.1.0")
public record InconclusiveReason(Cause cause, Pool pool, String detail) {

    /** Kinds of obstacle. */
    public enum Cause {
        /** One run cannot distinguish a first-use cost from a leak. */
        FIRST_USE,
        /** Clean code rises for the first cycles too. */
        TOO_FEW_CYCLES,
        /** The pool still grows, but more and more slowly. */
        SATURATING,
        /** The noise is too large for the number of cycles. */
        TOO_NOISY,
        /** Nothing was seen to load, so that there was nothing to release. */
        NOTHING_LOADED,
        /** An unload released little, and a first use can explain as much as remains. */
        NOT_RELEASED,
        /** A cache of a running server grows by design until it is full. */
        CACHE,
        /** The limit is that of a baseline, and there is none. */
        UNREMEMBERED,
        /** One or two more cycles could exhaust the pool, so none was run. */
        EXHAUSTION,
        /** The whole device is read, and other processes used it. */
        NOT_ATTRIBUTABLE,
        /** A reading that the verdict needs is missing. */
        UNREADABLE,
        /** A main pool of the target was never read, and the settings require it. */
        UNMEASURED
    }
}
