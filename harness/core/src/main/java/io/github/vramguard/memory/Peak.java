package io.github.vramguard.memory;

import io.github.vramguard.memory.Reading.Gap;
import java.util.Optional;
import java.util.OptionalLong;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The highest level of one pool over a time, and how certain it is.
 *
 * @param highest the highest reading that certainly belongs to the target; a gap if there was none
 * @param atMost an upper bound of the true peak, where the driver records one; equal to the highest reading if that is exact
 * @param unattributed a higher level of the whole device, reached while other processes changed; empty if there was none
 * @param missed why the pool was not read for a part of the time, so that a higher level may have been missed; empty if it was
 *     read all the time, or never
 * @since 0.1.0
 */
@API(status = Status.MAINTAINED, since = "0.1.0")
public record Peak(Reading highest, OptionalLong atMost, OptionalLong unattributed, Optional<Gap> missed) {

    /**
     * Returns whether no higher level can have been missed.
     *
     * @return true if the driver recorded the peak
     */
    public boolean isExact() {
        return atMost.isPresent() && atMost.equals(highest.amount());
    }
}
