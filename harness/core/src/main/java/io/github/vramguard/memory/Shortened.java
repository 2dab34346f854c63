package io.github.vramguard.memory;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Shortens texts for tables and for lines of a console; the whole text belongs where there is room for it. */
@API(status = Status.INTERNAL, since = "0.1.0")
public final class Shortened {

    private static final int CLAUSE = 60;

    private Shortened() {}

    /**
     * Returns the first clause of a text.
     *
     * @param text the text
     * @return what comes before its first semicolon, at most 60 characters of it
     */
    public static String clause(String text) {
        int end = text.indexOf("; ");
        return to(CLAUSE, end < 0 ? text : text.substring(0, end));
    }

    /**
     * Returns the beginning of a text.
     *
     * @param text the text
     * @param most the largest number of characters, more than one
     * @return the text if it is no longer than that, or else as many whole words as fit, and an ellipsis
     */
    public static String to(int most, String text) {
        if (text.length() <= most) {
            return text;
        }
        int space = text.lastIndexOf(' ', most - 1);
        String words = text.substring(0, space > most / 2 ? space : most - 1);
        return words.replaceAll("[\\s,;:(]+$", "") + "…";
    }
}
