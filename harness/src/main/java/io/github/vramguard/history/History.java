package io.github.vramguard.history;

import java.util.List;

/**
 * What runs measured, commit by commit.
 *
 * @param series each quantity with its changes
 * @param problems what could not be read, for a person to read
 */
public record History(List<Series> series, List<String> problems) {

    /** Copies the lists. */
    public History {
        series = List.copyOf(series);
        problems = List.copyOf(problems);
    }
}
