package io.github.vramguard.report;

import java.nio.file.Path;
import java.util.List;

/**
 * What became of the reports when a JVM ended.
 *
 * @param files the reports that were written
 * @param problems what could not be read or written, and which JVMs were killed
 */
public record EndOfRun(List<Path> files, List<String> problems) {

    /** Copies the lists. */
    public EndOfRun {
        files = List.copyOf(files);
        problems = List.copyOf(problems);
    }
}
