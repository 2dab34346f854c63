package io.github.vramguard.message;

import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.Reading;

/** One column of a table, aligned to the right. */
final class Cell {

    private static final int WIDTH = 10;

    private Cell() {}

    static String of(String text) {
        return " ".repeat(Math.max(1, WIDTH - text.length())) + text;
    }

    static String of(Pool pool, Reading reading) {
        return of(reading.amount().isPresent() ? pool.format(reading.amount().getAsLong()) : "gap");
    }
}
