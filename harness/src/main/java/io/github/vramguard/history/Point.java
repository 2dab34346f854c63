package io.github.vramguard.history;

import java.util.Comparator;

/**
 * What a commit measured.
 *
 * @param commit the commit
 * @param amount the median of its runs
 */
public record Point(Commit commit, long amount) implements Comparable<Point> {

    private static final Comparator<Point> ORDER =
            Comparator.comparing(Point::commit).thenComparingLong(Point::amount);

    @Override
    public int compareTo(Point other) {
        return ORDER.compare(this, other);
    }
}
