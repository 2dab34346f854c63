package io.github.vramguard.model;

import java.io.IOException;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A file is not the model file it should be: it is no GGUF, is cut off, contradicts itself, exceeds what a sound one
 * has, or is of a kind that is not known here. The message names the file, the byte, the field, what was expected and what was found.
 *
 * @since 0.1.0
 */
@API(status = Status.EXPERIMENTAL, since = "0.1.0")
public final class GgufException extends IOException {

    private static final long serialVersionUID = 1;

    GgufException(Object source, String place, String expected, String found) {
        this(source, place + ": expected " + expected + ", found " + found);
    }

    GgufException(Object source, String complaint) {
        super(printable(source + " " + complaint));
    }

    static String at(long offset, String field) {
        return "at byte " + offset + ", " + field;
    }

    /** Names in a hostile file must not steer the terminal that they are printed on. */
    private static String printable(String text) {
        return text.replaceAll("\\p{C}", "?");
    }
}
