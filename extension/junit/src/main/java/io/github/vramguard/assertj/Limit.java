package io.github.vramguard.assertj;

import io.github.vramguard.memory.ByteSize;
import io.github.vramguard.memory.Pool;

/** Parses a limit in the unit of its pool. */
final class Limit {

    private Limit() {}

    static long of(Pool pool, String text) {
        if (pool.unit() == Pool.Unit.BYTES) {
            return ByteSize.parse(text).bytes();
        }
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException refused) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" is not a limit of " + pool + "; give a whole number", refused);
        }
    }
}
