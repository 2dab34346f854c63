package io.github.vramguard.source.linux;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A file of {@code /proc} with a named value on each line: {@code RssAnon:  1024 kB}. It has many lines of which few are asked
 * for, in each reading of each process, so that they are looked up and not taken apart.
 *
 * @param text the lines, with a line break before the first
 */
record ProcFields(String text) {

    private static final int MOST_DIGITS = 17;

    static ProcFields read(Path file) throws IOException {
        return parse(ProcFile.read(file));
    }

    static ProcFields parse(String lines) {
        return new ProcFields("\n" + lines);
    }

    Optional<String> text(String name) {
        int line = text.indexOf("\n" + name + ":");
        if (line < 0) {
            return Optional.empty();
        }
        int end = text.indexOf('\n', line + 1);
        return Optional.of(text.substring(line + name.length() + 2, end < 0 ? text.length() : end)
                .strip());
    }

    /** The bytes of a value in kB, by which {@code /proc} means KiB; empty if there is none. */
    OptionalLong bytes(String name) {
        return text(name).filter(ProcFields::isSize).stream()
                .mapToLong(value -> Long.parseLong(value.substring(0, value.length() - 3)) * 1024)
                .findFirst();
    }

    private static boolean isSize(String value) {
        int digits = value.length() - 3;
        return digits > 0
                && digits < MOST_DIGITS
                && value.endsWith(" kB")
                && value.chars().limit(digits).allMatch(digit -> digit >= '0' && digit <= '9');
    }
}
