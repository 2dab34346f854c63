package io.github.vramguard.cli.cycle;

import java.util.Locale;

/** What goes on within a cycle. */
enum Phase {
    LOADING,
    USING,
    UNLOADING,
    /** Nothing is asked of the server any more, and its memory comes to rest. */
    SETTLING;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
