package io.github.vramguard.cli.series;

import java.util.ArrayList;
import java.util.List;

/** The cells of one line of CSV, in the form of RFC 4180; spaces around a cell are dropped. */
final class Cells {

    private final String line;
    private int position;

    private Cells(String line) {
        this.line = line;
    }

    /**
     * Split a line.
     *
     * @throws IllegalArgumentException if a quotation does not end on the line, or something follows it in its cell
     */
    static List<String> of(String line) {
        List<String> cells = new ArrayList<>();
        Cells rest = new Cells(line);
        do {
            cells.add(rest.cell());
        } while (rest.skip(','));
        if (rest.position < line.length()) {
            throw new IllegalArgumentException(
                    "\"" + line.substring(rest.position) + "\" follows a quoted cell; a comma is expected");
        }
        return cells;
    }

    private String cell() {
        skipSpaces();
        return skip('"') ? quoted() : plain();
    }

    private String plain() {
        int end = line.indexOf(',', position);
        String cell = line.substring(position, end < 0 ? line.length() : end);
        position += cell.length();
        return cell.strip();
    }

    private String quoted() {
        StringBuilder cell = new StringBuilder();
        do {
            int end = line.indexOf('"', position);
            if (end < 0) {
                throw new IllegalArgumentException("a quoted cell does not end on its line");
            }
            cell.append(line, position, end);
            position = end + 1;
            if (isAt('"')) {
                cell.append('"');
            }
        } while (skip('"'));
        skipSpaces();
        return cell.toString();
    }

    private void skipSpaces() {
        while (isAt(' ')) {
            position++;
        }
    }

    private boolean skip(char expected) {
        boolean there = isAt(expected);
        position += there ? 1 : 0;
        return there;
    }

    private boolean isAt(char expected) {
        return position < line.length() && line.charAt(position) == expected;
    }
}
