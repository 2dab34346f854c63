package io.github.vramguard.history;

import java.util.List;
import java.util.Set;

/**
 * Measurements commit by commit.
 *
 * @param commits all that were measured, the oldest first
 * @param series each quantity with its changes
 * @param problems what could not be read, for a person to read
 */
public record History(List<Commit> commits, List<Series> series, List<String> problems) {

    /** Copies the lists. */
    public History {
        commits = List.copyOf(commits);
        series = List.copyOf(series);
        problems = List.copyOf(problems);
    }

    /**
     * Returns the last commits of all series.
     *
     * @param most how many at most
     * @return those that there are
     */
    public Set<Commit> last(int most) {
        return Set.copyOf(commits.subList(Math.max(0, commits.size() - most), commits.size()));
    }
}
