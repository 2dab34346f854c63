package io.github.vramguard.cli.terminal;

import java.util.regex.Pattern;

/** The name of a process may hold what a terminal would obey. */
public final class Printable {

    private static final Pattern CONTROL = Pattern.compile("\\p{Cc}");

    private Printable() {}

    /** The same without control characters. */
    public static String of(String text) {
        return CONTROL.matcher(text).replaceAll("?");
    }
}
