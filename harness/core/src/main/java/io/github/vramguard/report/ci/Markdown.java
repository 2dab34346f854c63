package io.github.vramguard.report.ci;

import java.util.regex.Pattern;

/** Markdown, as GitHub and GitLab read it, that shows text as it is. */
public final class Markdown {

    /** What begins markup, a cell, a formula, or the mention of a person or an issue. */
    private static final Pattern SPECIAL = Pattern.compile("[&<>|`*_\\[\\]\\\\~#@$]");

    private static final Pattern BACKTICKS = Pattern.compile("`+");

    private Markdown() {}

    /**
     * Text on one line. References to characters are text everywhere, in HTML too, and never markup.
     *
     * @param text any text
     * @return the same as Markdown
     */
    public static String text(String text) {
        return SPECIAL.matcher(Legal.of(text).strip().replaceAll("\\s+", " "))
                .replaceAll(special -> "&#" + (int) special.group().charAt(0) + ";");
    }

    /**
     * A name as code, in which GitHub mentions nobody.
     *
     * @param text any text
     * @return the same as Markdown code
     */
    public static String code(String text) {
        return "<code>" + text(text) + "</code>";
    }

    /** A block whose fence is longer than any in it. */
    static String block(String text) {
        String legal = Legal.of(text);
        int longest = BACKTICKS
                .matcher(legal)
                .results()
                .mapToInt(found -> found.group().length())
                .max()
                .orElse(0);
        String fence = "`".repeat(Math.max(3, longest + 1));
        return fence + "\n" + legal + "\n" + fence + "\n";
    }
}
