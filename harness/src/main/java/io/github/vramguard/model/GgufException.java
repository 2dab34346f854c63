package io.github.vramguard.model;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A file is not the model file it should be: it is no GGUF, is cut off, contradicts itself, exceeds what a sound one
 * has, or is of a kind that is not known here. The message names the file, the byte, the field, what was expected and what was found.
 */
public final class GgufException extends IOException {

    private static final long serialVersionUID = 1;

    GgufException(Path file, long offset, String field, String expected, String found) {
        this(file, "at byte " + offset + ", " + field + ": expected " + expected + ", found " + found);
    }

    GgufException(Path file, String complaint) {
        super(printable(file + " " + complaint));
    }

    /** Names in a hostile file must not steer the terminal that they are printed on. */
    private static String printable(String text) {
        return text.replaceAll("\\p{C}", "?");
    }
}
