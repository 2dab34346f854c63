package io.github.vramguard.verdict;

import java.util.List;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The shape and the growth of the levels of one pool. Amounts are in the unit of the pool, bytes or a count.
 *
 * @param shape what the levels look like
 * @param slope growth per cycle; {@link Slope#NONE} if it was not estimated
 * @param growth growth over all judged cycles
 * @param steps the lasting rises that the shape rests on; empty if it rests on a slope
 * @param quiet cycles since the last lasting rise that rule out a leak; 0 if noise could hide a rise, or it leaks
 * @param detail why this shape, as readable text
 * @param need about how many more cycles a verdict needs, at least 1; 0 if it needs none
 * @since 0.1.0
 */
@API(status = Status.MAINTAINED, since = "0.1.0")
public record SeriesVerdict(
        Shape shape, Slope slope, double growth, List<Step> steps, int quiet, String detail, int need) {

    /** Copies the steps. */
    public SeriesVerdict {
        steps = List.copyOf(steps);
    }

    /**
     * Returns the growth per cycle.
     *
     * @return the estimate; 0 if there is none
     */
    public double rate() {
        return slope.rate();
    }

    public static SeriesVerdict inconclusive(double growth, String detail, int need) {
        return new SeriesVerdict(Shape.INCONCLUSIVE, Slope.NONE, growth, List.of(), 0, detail, Math.max(1, need));
    }
}
