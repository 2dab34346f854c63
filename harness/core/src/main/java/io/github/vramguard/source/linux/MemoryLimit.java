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
 * The memory limit of a control group, in either version. Without a limit, version 2 has a word in its place, and version 1 a
 * number of 19 digits.
 *
 * @param bytes what it may take; empty where it has no limit of its own
 * @param kills the processes that the kernel has OOM-killed
 */
record MemoryLimit(OptionalLong bytes, long kills) {

    private static final Pattern KILLS = Pattern.compile("^oom_kill (\\d{1,18})$", Pattern.MULTILINE);

    static MemoryLimit of(Path group) {
        return new MemoryLimit(OptionalLong.empty(), 0).next(group);
    }

    /** Reads it again. The files of a group that ends disappear one after the other, and the last content of each still holds. */
    MemoryLimit next(Path group) {
        return new MemoryLimit(
                text(group, "memory.max", "memory.limit_in_bytes")
                        .map(ProcFile::number)
                        .orElse(bytes),
                text(group, "memory.events", "memory.oom_control")
                        .map(MemoryLimit::kills)
                        .orElse(kills));
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
        } catch (IOException notThere) {
            return Optional.empty();
        }
    }
}
