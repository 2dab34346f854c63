package io.github.vramguard.source.linux;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * The open files of a process, from {@code /proc/PID/fd}.
 *
 * @param process the directory of the process in {@code /proc}
 */
public record Descriptors(Path process) {

    /**
     * Reads what each descriptor leads to, such as {@code /dev/nvidia0} or {@code socket:[4711]}. A descriptor that is closed
     * meanwhile is left out.
     *
     * @throws IOException if this user may not look into the process, or the process has ended
     */
    public Map<String, String> targets() throws IOException {
        Map<String, String> targets = new HashMap<>();
        try (DirectoryStream<Path> links = Files.newDirectoryStream(directory())) {
            for (Path link : links) {
                try {
                    targets.put(
                            link.getFileName().toString(),
                            Files.readSymbolicLink(link).toString());
                } catch (NoSuchFileException closedMeanwhile) {
                    // It is no longer a descriptor of the process
                }
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        return targets;
    }

    /** Counts the descriptors; empty if they may not be listed. */
    OptionalLong count() {
        String[] names = directory().toFile().list();
        return names == null ? OptionalLong.empty() : OptionalLong.of(names.length);
    }

    private Path directory() {
        return process.resolve("fd");
    }
}
