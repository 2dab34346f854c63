package io.github.vramguard.cli.series;

import io.github.vramguard.memory.ByteSize;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Pattern;

/** A level as people and tools write it: a number, an amount of memory, or that there is none. */
final class WrittenLevel {

    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,20}(?:\\.\\d{1,20})?(?:[eE][+-]?\\d{1,2})?");

    /** What stands where a level could not be read, brackets left out. */
    private static final Set<String> GAPS = Set.of(
            "",
            "gap",
            "n/a",
            "not supported",
            "insufficient permissions",
            "unknown error",
            "gpu is lost",
            "not available in wddm driver model");

    private static final double UNMARKED_GAP = -1;
    private static final double TOO_LARGE = 0x1p63;

    private WrittenLevel() {}

    /**
     * The level, or nothing for a gap. A level that is a difference may be negative, but -1 is what many tools write
     * where they read nothing, as a signed number or as an unsigned one.
     *
     * @throws IllegalArgumentException if it is neither; the message says what is accepted
     */
    static OptionalDouble parse(String text) {
        if (isNumber(text)) {
            return OptionalDouble.of(number(text));
        }
        if (isGap(text)) {
            return OptionalDouble.empty();
        }
        try {
            return OptionalDouble.of((double) ByteSize.parse(text).bytes());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" is not a level; write a number, an amount such as \"453 MiB\","
                            + " or gap where nothing could be read",
                    e);
        }
    }

    private static double number(String text) {
        double number = Double.parseDouble(text);
        if (number == UNMARKED_GAP || number >= TOO_LARGE) {
            throw new IllegalArgumentException("\"" + text + "\" is no level; write gap where nothing could be read");
        }
        return number;
    }

    static boolean isNumber(String text) {
        return NUMBER.matcher(text).matches();
    }

    static boolean isGap(String text) {
        boolean bracketed = text.startsWith("[") && text.endsWith("]");
        String token = bracketed ? text.substring(1, text.length() - 1) : text;
        return GAPS.contains(token.toLowerCase(Locale.ROOT));
    }
}
