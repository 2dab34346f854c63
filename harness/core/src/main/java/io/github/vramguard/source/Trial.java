package io.github.vramguard.source;

import io.github.vramguard.memory.Origin;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.Reading;

/**
 * The first reading of a pool by a source, which decides whether the source is used for it.
 *
 * @param pool the pool
 * @param source the name of the source in {@code vramguard.sources}
 * @param origin where its readings come from
 * @param reading what it read; a gap has the reason why the next source was tried
 */
public record Trial(Pool pool, String source, Origin origin, Reading reading) {

    /**
     * Returns whether the source reads the pool from now on.
     *
     * @return false if the reading is a gap
     */
    public boolean passed() {
        return !(reading instanceof Reading.Gap);
    }
}
