package io.github.vramguard.history;

import io.github.vramguard.run.Quantity;
import java.util.ArrayList;
import java.util.List;

/**
 * One quantity from commit to commit.
 *
 * @param quantity the quantity
 * @param points what each commit measured, the oldest first
 * @param changes where the level changes
 */
public record Series(Quantity quantity, List<Point> points, List<ChangePoint> changes) {

    /** Copies the lists. */
    public Series {
        points = List.copyOf(points);
        changes = List.copyOf(changes);
    }

    static Series of(Quantity quantity, List<Point> points) {
        long[] amounts = points.stream().mapToLong(Point::amount).toArray();
        Segments segments = Segments.of(amounts, quantity::tolerance);
        List<ChangePoint> changes = new ArrayList<>();
        for (int i = 1; i < segments.starts().size(); i++) {
            int first = segments.starts().get(i);
            changes.add(new ChangePoint(
                    first,
                    points.get(first).commit(),
                    segments.levels().get(i - 1),
                    segments.levels().get(i)));
        }
        return new Series(quantity, points, changes);
    }

    /**
     * Whether one of the last commits made it worse.
     *
     * @param commits how many are the last
     * @return true if the level rose there, and memory has not come back since
     */
    public boolean isWorseSince(int commits) {
        return changes.stream()
                .filter(change -> change.first() >= points.size() - commits)
                .anyMatch(change ->
                        change.size() > 0 && changes.get(changes.size() - 1).after() > change.before());
    }
}
