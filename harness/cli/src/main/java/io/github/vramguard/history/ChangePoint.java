package io.github.vramguard.history;

/**
 * A commit at which the level of a series changes for good.
 *
 * @param first the position of the first point on the new level
 * @param commit the commit of that point
 * @param before the median of the points between the previous change and this one
 * @param after the median of the points between this change and the next one
 */
public record ChangePoint(int first, Commit commit, long before, long after) {

    /** The fewest commits on the new level: until then it may be an outlier. */
    public static final int FEWEST_COMMITS = Pelt.SHORTEST;

    /**
     * Returns how far the level moves.
     *
     * @return positive where memory got worse
     */
    public long size() {
        return after - before;
    }
}
