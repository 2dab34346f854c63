package io.github.vramguard.cli.terminal;

import java.util.ArrayList;
import java.util.List;

/** Text in lines of a limited width. A word that is longer has a line of its own. */
public final class Wrapped {

    private Wrapped() {}

    /** The lines of a text. */
    public static List<String> lines(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.strip().split("\\s+", -1)) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    /** A name, and the text beside it in a column of its own. */
    public static String beside(String name, String text, int indent, int width) {
        String gap = "\n" + " ".repeat(indent);
        String space = " ".repeat(Math.max(1, indent - name.length()));
        return name + space + String.join(gap, lines(text, width - indent)) + "\n";
    }
}
