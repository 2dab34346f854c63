package io.github.vramguard.source.linux;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The file {@code memory.stat} of a group, and what of it is swapped out.
 *
 * @param values the numbers by name
 * @param swap bytes that are swapped out, where another file has that
 */
record MemoryStat(Map<String, Long> values, OptionalLong swap) {

    static MemoryStat read(Path group) throws IOException {
        Stream<String> lines = ProcFile.read(group.resolve("memory.stat")).lines();
        return new MemoryStat(parse(lines), ProcFile.number(group.resolve("memory.swap.current")));
    }

    static Map<String, Long> parse(Stream<String> lines) {
        return lines.map(String::strip)
                .filter(line -> line.matches("\\w+ \\d{1,18}"))
                .map(line -> line.split(" ", 2))
                .collect(Collectors.toMap(
                        field -> field[0], field -> Long.parseLong(field[1]), (first, again) -> first));
    }

    /** Returns anonymous, shared and swapped bytes; empty if this is no such file. */
    OptionalLong taken() {
        if (values.containsKey("anon")) {
            return OptionalLong.of(value("anon") + value("shmem") + swap.orElse(0));
        }
        return values.containsKey("total_rss")
                ? OptionalLong.of(value("total_rss") + value("total_shmem") + value("total_swap"))
                : OptionalLong.empty();
    }

    /** Returns the bytes of cached file pages that were not used lately. */
    long inactiveFile() {
        return value("inactive_file");
    }

    private long value(String name) {
        return values.getOrDefault(name, 0L);
    }
}
