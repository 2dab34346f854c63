package io.github.vramguard.source.linux;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A control group of Linux.
 *
 * @param directory its directory in the file system of control groups
 */
public record ControlGroup(Path directory) {

    /** How deep Kubernetes nests its groups, and some more. */
    static final int DEEPEST = 10;

    String name() {
        return directory.getFileName().toString();
    }

    /**
     * Returns the processes in the group and in the groups within it that this process may see. A group of another PID
     * namespace lists 0 for each of its processes.
     */
    public List<Long> pids() {
        try (Stream<Path> files = Files.find(directory, DEEPEST, (path, attributes) -> path.endsWith("cgroup.procs"))) {
            return files.flatMap(ControlGroup::lines)
                    .map(Long::parseLong)
                    .filter(pid -> pid > 0)
                    .distinct()
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException goneMeanwhile) {
            return List.of();
        }
    }

    private static Stream<String> lines(Path file) {
        try {
            return ProcFile.read(file).lines();
        } catch (IOException goneMeanwhile) {
            return Stream.empty();
        }
    }
}
