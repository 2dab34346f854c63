package io.github.vramguard.cli.model;

import io.github.vramguard.memory.ByteSize;
import io.github.vramguard.model.ByteRange;

/** Whether a GPU has enough memory. */
enum Fit {
    YES("fits"),
    PERHAPS("may fit"),
    NO("too large");

    private final String words;

    Fit(String words) {
        this.words = words;
    }

    static Fit of(ByteRange needed, ByteSize available) {
        if (needed.most() <= available.bytes()) {
            return YES;
        }
        return needed.least() <= available.bytes() ? PERHAPS : NO;
    }

    @Override
    public String toString() {
        return words;
    }
}
