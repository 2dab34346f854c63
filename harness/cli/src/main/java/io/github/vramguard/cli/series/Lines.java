package io.github.vramguard.cli.series;

import io.github.vramguard.cli.usage.BadInput;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.function.Function;

/** The lines of one input that are not blank, one at a time, each with its number. */
public final class Lines {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private static final int MOST_QUOTED = 60;

    private final String name;
    private final BufferedReader reader;
    private String text = "";
    private int number;

    /** The lines of an input that has a name. */
    public Lines(String name, BufferedReader reader) {
        this.name = name;
        this.reader = reader;
    }

    /** Goes to the next line that is not blank, if there is one. */
    boolean advance() throws IOException {
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            number++;
            text = stripped(line);
            if (!text.isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /** Goes to the next line that is neither blank nor a comment, if there is one. */
    public boolean advancePastComments() throws IOException {
        boolean found = advance();
        while (found && text.startsWith("#")) {
            found = advance();
        }
        return found;
    }

    private String stripped(String line) {
        boolean marked = number == 1 && !line.isEmpty() && line.charAt(0) == BYTE_ORDER_MARK;
        return (marked ? line.substring(1) : line).strip();
    }

    /** The name of the input: of a file, or {@code -}. */
    String name() {
        return name;
    }

    String text() {
        return text;
    }

    /** Parses a part of this line; what is wrong with it is said with the place. */
    <T> T parse(String part, Function<String, T> parser) {
        try {
            return parser.apply(part);
        } catch (IllegalArgumentException e) {
            throw refuse(String.valueOf(e.getMessage()));
        }
    }

    /** This line in quotes, for messages: only its beginning, if it is long. */
    String quoted() {
        return "\"" + (text.length() <= MOST_QUOTED ? text : text.substring(0, MOST_QUOTED) + "...") + "\"";
    }

    BadInput refuse(String problem) {
        return new BadInput(name + ", line " + number + ": " + problem);
    }
}
