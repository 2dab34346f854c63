package io.github.vramguard.verdict;

import java.util.List;

/**
 * What the levels of one pool show. Amounts are in the unit of the pool, bytes or a count.
 *
 * @param shape what the levels look like
 * @param rate growth per cycle; 0 where it was not estimated
 * @param lo the least growth per cycle that the levels admit; 0 where it was not estimated
 * @param hi the most growth per cycle that the levels admit; 0 where it was not estimated
 * @param growth growth over all judged cycles
 * @param steps the lasting rises that the shape rests on; empty where it rests on a slope
 * @param quiet cycles since the last lasting rise that exclude a leak; 0 where noise could hide a rise, or it leaks
 * @param detail why this shape, for a person to read
 * @param need how many more cycles are likely to settle it, at least 1; 0 where it is settled
 */
public record SeriesVerdict(
        Shape shape,
        double rate,
        double lo,
        double hi,
        double growth,
        List<Step> steps,
        int quiet,
        String detail,
        int need) {

    /** Copies the steps. */
    public SeriesVerdict {
        steps = List.copyOf(steps);
    }

    static SeriesVerdict inconclusive(double growth, String detail, int need) {
        return new SeriesVerdict(Shape.INCONCLUSIVE, 0, 0, 0, growth, List.of(), 0, detail, Math.max(1, need));
    }
}
