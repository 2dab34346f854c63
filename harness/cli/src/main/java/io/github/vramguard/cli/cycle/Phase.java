package io.github.vramguard.cli.cycle;

import java.util.Locale;

/** What goes on within a cycle. */
enum Phase {
    ASKING("asking the server what it holds"),
    LOADING("loading the model"),
    USING("using the model"),
    UNLOADING("unloading the model"),
    /** Nothing is asked of the server any more, and its memory comes to rest. */
    SETTLING("waiting for memory to settle");

    private final String words;

    Phase(String words) {
        this.words = words;
    }

    /** What is waited for. */
    String words() {
        return words;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
