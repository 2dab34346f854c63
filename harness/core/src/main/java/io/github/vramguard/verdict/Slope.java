package io.github.vramguard.verdict;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Growth per cycle, in the unit of the pool, with the range that the levels admit.
 *
 * @param rate the estimate
 * @param least the least growth that the levels admit
 * @param most the most growth that the levels admit
 * @since 0.1.0
 */
@API(status = Status.MAINTAINED, since = "0.1.0")
public record Slope(double rate, double least, double most) {

    /** Not estimated. */
    public static final Slope NONE = new Slope(0, 0, 0);

    /**
     * Returns a slope without a range.
     *
     * @param rate growth per cycle
     * @return the slope
     */
    public static Slope exactly(double rate) {
        return new Slope(rate, rate, rate);
    }
}
