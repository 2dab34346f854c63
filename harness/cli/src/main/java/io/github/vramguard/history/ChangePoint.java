package io.github.vramguard.history;

/**
 * Where a series changes its level, and keeps the new one.
 *
 * @param first the position of the first point on the new level
 * @param commit that of the point
 * @param before the median of the points before it, back to the change before
 * @param after the median from there on, up to the next change
 */
public record ChangePoint(int first, Commit commit, long before, long after) {

    /** So many commits on the new level tell it: until then it may be an outlier. */
    public static final int TOLD_AFTER = Pelt.SHORTEST;

    /**
     * How far the level moves.
     *
     * @return positive where memory got worse
     */
    public long size() {
        return after - before;
    }
}
