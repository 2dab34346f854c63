package io.github.vramguard.history;

import java.time.Instant;

/**
 * What was measured.
 *
 * @param id its hash
 * @param at when it was made
 */
public record Commit(String id, Instant at) {

    private static final int SHORT = 10;

    /**
     * The hash as people write it.
     *
     * @return its first ten characters
     */
    public String abbreviated() {
        return id.substring(0, Math.min(SHORT, id.length()));
    }
}
