package io.github.vramguard.source.linux;

import io.github.vramguard.memory.ByteSize;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What holds a group to a limit, by either version of control groups.
 *
 * @param bytes what it may take; empty where it has no limit of its own
 * @param kills the processes that the kernel has killed because there was no more to take
 */
record MemoryLimit(OptionalLong bytes, long kills) {

    private static final Pattern KILLS = Pattern.compile("^oom_kill (\\d{1,18})$", Pattern.MULTILINE);

    /** Where there is none, the second version writes a word, and the first a number of 19 digits. */
    private static final Pattern LIMIT = Pattern.compile("\\d{1,18}");

    static MemoryLimit of(Path group) {
        return new MemoryLimit(OptionalLong.empty(), 0).next(group);
    }

    /** What it is now. The files of a group that ends go one after the other, and what one said that has gone still holds. */
    MemoryLimit next(Path group) {
        return new MemoryLimit(
                text(group, "memory.max", "memory.limit_in_bytes")
                        .map(MemoryLimit::limit)
                        .orElse(bytes),
                text(group, "memory.events", "memory.oom_control")
                        .map(MemoryLimit::kills)
                        .orElse(kills));
    }

    private static OptionalLong limit(String text) {
        String limit = text.strip();
        return LIMIT.matcher(limit).matches() ? OptionalLong.of(Long.parseLong(limit)) : OptionalLong.empty();
    }

    private static long kills(String text) {
        Matcher kills = KILLS.matcher(text);
        return kills.find() ? Long.parseLong(kills.group(1)) : 0;
    }

    @Override
    public String toString() {
        return bytes.isPresent() ? "its limit is " + new ByteSize(bytes.getAsLong()) : "it has no limit of its own";
    }

    private static Optional<String> text(Path group, String second, String first) {
        try {
            Path file = group.resolve(second);
            return Optional.of(ProcFile.read(Files.exists(file) ? file : group.resolve(first)));
        } catch (IOException notTold) {
            return Optional.empty();
        }
    }
}
