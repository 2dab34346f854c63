package io.github.vramguard.cli.terminal;

/** Control sequences of terminals (ECMA-48, and what xterm added to it). */
public final class Ansi {

    public static final String CLEAR_TO_END_OF_LINE = "\033[K";
    public static final String CLEAR_TO_END_OF_SCREEN = "\033[J";
    public static final String HOME = "\033[H";

    /** The other screen, no cursor, and lines that are cut instead of wrapped. */
    public static final String ENTER = "\033[?1049h\033[?25l\033[?7l";

    /** All of that undone. */
    public static final String LEAVE = "\033[?7h\033[?25h\033[?1049l";

    private Ansi() {}
}
