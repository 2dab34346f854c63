package io.github.vramguard.verdict;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
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
 * @param need how many more cycles without growth a verdict needs; empty if it needs none, or if that cannot be foreseen
 * @since 0.1.0
 */
@API(status = Status.MAINTAINED, since = "0.1.0")
public record SeriesVerdict(
        Shape shape, Slope slope, double growth, List<Step> steps, int quiet, String detail, OptionalInt need) {

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

    /**
     * Returns the number of cycles that it needs, for a person to read.
     *
     * @return empty if it needs none, or if that cannot be foreseen
     */
    public Optional<String> needed() {
        return need.isEmpty()
                ? Optional.empty()
                : Optional.of("needs " + need.getAsInt() + (need.getAsInt() == 1 ? " more cycle" : " more cycles")
                        + " without growth");
    }

    /** The same with the number of cycles that it needs. */
    public SeriesVerdict needing(OptionalInt cycles) {
        return new SeriesVerdict(shape, slope, growth, steps, quiet, detail, cycles);
    }

    public static SeriesVerdict inconclusive(double growth, String detail) {
        return of(Shape.INCONCLUSIVE, Slope.NONE, growth, detail);
    }

    /** Without steps, and with nothing known of how many cycles it needs. */
    public static SeriesVerdict of(Shape shape, Slope slope, double growth, String detail) {
        return new SeriesVerdict(shape, slope, growth, List.of(), 0, detail, OptionalInt.empty());
    }
}
