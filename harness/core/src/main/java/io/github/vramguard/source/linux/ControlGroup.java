package io.github.vramguard.source.linux;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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
        return within().stream()
                .flatMap(group -> lines(group.directory.resolve("cgroup.procs")))
                .map(Long::parseLong)
                .filter(pid -> pid > 0)
                .distinct()
                .sorted()
                .toList();
    }

    /** This group and those within it. Groups come and go while they are listed, and one that goes must not hide the others. */
    List<ControlGroup> within() {
        List<ControlGroup> groups = new ArrayList<>();
        try {
            Files.walkFileTree(directory, Set.of(), DEEPEST, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path group, BasicFileAttributes attributes) {
                    groups.add(new ControlGroup(group));
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path gone, IOException why) {
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path group, @Nullable IOException goneMeanwhile) {
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException notListed) {
            // None of the methods above throws it
        }
        return List.copyOf(groups);
    }

    private static Stream<String> lines(Path file) {
        try {
            return ProcFile.read(file).lines();
        } catch (IOException goneMeanwhile) {
            return Stream.empty();
        }
    }
}
