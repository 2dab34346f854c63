package io.github.vramguard.source.nvidia;

import io.github.vramguard.source.gpu.KernelIds;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The processes of this PID namespace.
 *
 * @param proc {@code /proc}
 */
record Processes(Path proc) {

    /** The 22nd field of a process; the second is a name in parentheses, which may contain anything. */
    private static final Pattern TICKS = Pattern.compile("(?s)^.*\\) (?:\\S+ ){19}(\\d{1,15})");

    private static final Pattern BOOT = Pattern.compile("(?m)^btime (\\d{1,12})$");

    private static final long MICROS_PER_TICK = 10_000;

    /** Whether they are all processes of the machine, with the ids that the driver knows. */
    boolean areAllOfTheMachine() {
        return KernelIds.areIn(proc);
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
        Optional<Long> ticks = text(directory(pid).resolve("stat")).flatMap(stat -> first(TICKS, stat));
        Optional<Long> boot = text(proc.resolve("stat")).flatMap(stat -> first(BOOT, stat));
        return ticks.isPresent() && boot.isPresent()
                ? OptionalLong.of(boot.get() * 1_000_000 + ticks.get() * MICROS_PER_TICK)
                : OptionalLong.empty();
    }

    private static Optional<Long> first(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(match -> Long.valueOf(match.group(1)))
                .findFirst();
    }

    private static Optional<String> text(Path file) {
        try {
            return Optional.of(Files.readString(file));
        } catch (IOException e) {
            return Optional.empty();
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
