package io.github.vramguard.source.nvidia;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * The processes of this PID namespace.
 *
 * @param proc {@code /proc}
 */
record Processes(Path proc) {

    /** The inode that the kernel gives to the first PID namespace. */
    private static final String FIRST_NAMESPACE = "pid:[4026531836]";

    private static final long MICROS_PER_TICK = 10_000;

    /** Whether they are all processes of the machine, with the ids that the driver knows. */
    boolean areAllOfTheMachine() {
        return link(proc.resolve("self/ns/pid")).filter(FIRST_NAMESPACE::equals).isPresent();
    }

    boolean exists(long pid) {
        return Files.exists(directory(pid));
    }

    /** Whether a process has a device of the driver open; true also where that cannot be seen. */
    boolean mayUseAGpu(long pid) {
        return openFiles(pid)
                .map(files -> files.stream().anyMatch(file -> file.startsWith("/dev/nvidia")))
                .orElse(exists(pid));
    }

    /** Whether a process is seen to use CUDA. The other devices tell nothing of this process: NVML opens them, too. */
    boolean usesCuda(long pid) {
        return openFiles(pid).filter(files -> files.contains("/dev/nvidia-uvm")).isPresent();
    }

    private Optional<Set<String>> openFiles(long pid) {
        Set<String> files = new HashSet<>();
        try (DirectoryStream<Path> descriptors =
                Files.newDirectoryStream(directory(pid).resolve("fd"))) {
            descriptors.forEach(descriptor -> link(descriptor).ifPresent(files::add));
            return Optional.of(files);
        } catch (IOException | DirectoryIteratorException e) {
            return Optional.empty();
        }
    }

    /** When a process began, in microseconds since 1970, give or take a second. */
    OptionalLong startOf(long pid) {
        try {
            String stat = Files.readString(directory(pid).resolve("stat"));
            String[] afterName = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            long boot = Files.readAllLines(proc.resolve("stat")).stream()
                    .filter(line -> line.startsWith("btime "))
                    .mapToLong(line -> Long.parseLong(line.substring("btime ".length())))
                    .findFirst()
                    .orElseThrow(() -> new IOException("no btime"));
            return OptionalLong.of(boot * 1_000_000 + Long.parseLong(afterName[19]) * MICROS_PER_TICK);
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }

    private Path directory(long pid) {
        return proc.resolve(Long.toString(pid));
    }

    private static Optional<String> link(Path path) {
        try {
            return Optional.of(Files.readSymbolicLink(path).toString());
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
