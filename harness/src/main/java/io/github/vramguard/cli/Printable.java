package io.github.vramguard.cli;

import java.util.regex.Pattern;

/** The name of a process may hold what a terminal would obey. */
final class Printable {

    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    private Printable() {}

    static String of(String text) {
        return CONTROL.matcher(text).replaceAll("?");
    }
}
