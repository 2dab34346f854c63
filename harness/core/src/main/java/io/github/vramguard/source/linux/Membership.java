package io.github.vramguard.source.linux;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The control groups that a process is in, from {@code /proc/PID/cgroup}: {@code 0::/system.slice/ollama.service}.
 *
 * @param lines one for each hierarchy
 */
record Membership(List<String> lines) {

    private static final String UNIFIED = "0::/";
    private static final String MEMORY = ":memory:/";

    /** Reads the file of a process; one that has ended is in no group. */
    static Membership of(Path process) {
        try {
            return new Membership(
                    ProcFile.read(process.resolve("cgroup")).lines().toList());
        } catch (IOException gone) {
            return new Membership(List.of());
        }
    }

    /** Returns the path in version 2, below its mount point; empty if only version 1 is in use. */
    Optional<String> unified() {
        return lines.stream()
                .filter(line -> line.startsWith(UNIFIED))
                .map(line -> line.substring(UNIFIED.length()))
                .findFirst();
    }

    /** Returns the path in the memory hierarchy of version 1, below its mount point. */
    Optional<String> ofMemory() {
        return lines.stream()
                .filter(line -> line.contains(MEMORY))
                .map(line -> line.substring(line.indexOf(MEMORY) + MEMORY.length()))
                .findFirst();
    }
}
