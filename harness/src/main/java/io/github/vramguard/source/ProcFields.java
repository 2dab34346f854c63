package io.github.vramguard.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A file of {@code /proc} with a named value on each line: {@code RssAnon:  1024 kB}.
 *
 * @param values what follows the colon, by what precedes it
 */
record ProcFields(Map<String, String> values) {

    static ProcFields read(Path file) throws IOException {
        return parse(Files.readAllLines(file));
    }

    static ProcFields parse(List<String> lines) {
        Map<String, String> values = new HashMap<>();
        for (String line : lines) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                values.put(line.substring(0, colon), line.substring(colon + 1).strip());
            }
        }
        return new ProcFields(values);
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** The bytes of a value in kB, by which {@code /proc} means KiB; empty if there is none. */
    OptionalLong bytes(String name) {
        return text(name).filter(value -> value.matches("\\d+ kB")).stream()
                .mapToLong(value -> Long.parseLong(value.substring(0, value.length() - 3)) * 1024)
                .findFirst();
    }
}
