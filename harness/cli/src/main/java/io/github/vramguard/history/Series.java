package io.github.vramguard.history;

import io.github.vramguard.run.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

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
     * Returns whether memory got worse at one of some commits, and has not returned.
     *
     * @param commits those that count
     * @return true if the level rose at one of them, and memory has not come back since: the last level is above the one before
     *     by more than clean runs differ by
     */
    public boolean isWorseSince(Set<Commit> commits) {
        return changes.stream()
                .filter(change -> commits.contains(change.commit()))
                .anyMatch(change -> change.size() > 0 && !hasComeBack(change.before()));
    }

    private boolean hasComeBack(long level) {
        return changes.get(changes.size() - 1).after() <= level + quantity.tolerance(level);
    }
}
