package io.github.vramguard.history;

import java.time.Instant;
import java.util.Comparator;

/**
 * What was measured.
 *
 * @param id its hash
 * @param at when it was made, which orders it among the others
 */
public record Commit(String id, Instant at) implements Comparable<Commit> {

    private static final Comparator<Commit> ORDER =
            Comparator.comparing(Commit::at).thenComparing(Commit::id);

    private static final int SHORT = 10;

    /**
     * The hash as people write it.
     *
     * @return its first ten characters
     */
    public String abbreviated() {
        return id.substring(0, Math.min(SHORT, id.length()));
    }

    @Override
    public int compareTo(Commit other) {
        return ORDER.compare(this, other);
    }
}
