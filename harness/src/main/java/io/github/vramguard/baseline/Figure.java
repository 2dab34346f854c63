package io.github.vramguard.baseline;

import java.util.Locale;

/** What is remembered of a pool. */
public enum Figure {
    /** What stays above the level before the test. */
    RESIDUE,
    /** The highest level during the test. */
    PEAK;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
