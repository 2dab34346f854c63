package io.github.vramguard.cli;

/** Control sequences of terminals (ECMA-48, and what xterm added to it). */
final class Ansi {

    static final String CLEAR_TO_END_OF_LINE = "\033[K";
    static final String CLEAR_TO_END_OF_SCREEN = "\033[J";
    static final String HOME = "\033[H";

    /** The other screen, no cursor, and lines that are cut instead of wrapped. */
    static final String ENTER = "\033[?1049h\033[?25l\033[?7l";

    /** All of that undone. */
    static final String LEAVE = "\033[?7h\033[?25h\033[?1049l";

    private Ansi() {}
}
