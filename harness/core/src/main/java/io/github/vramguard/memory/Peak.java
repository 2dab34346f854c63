package io.github.vramguard.memory;

import java.util.OptionalLong;

/**
 * The highest level of one pool over a time, and how sure that is.
 *
 * @param highest the highest reading that is the target's for certain; a gap if there was none
 * @param atMost what the true peak cannot exceed, where the driver records it; equal to the highest reading if that is exact
 * @param doubtful a higher level of the whole device, reached while other processes moved; empty if there was none
 */
public record Peak(Reading highest, OptionalLong atMost, OptionalLong doubtful) {

    /**
     * Whether no higher level can have been missed.
     *
     * @return true if the driver recorded the peak
     */
    public boolean isExact() {
        return atMost.isPresent() && atMost.equals(highest.amount());
    }
}
