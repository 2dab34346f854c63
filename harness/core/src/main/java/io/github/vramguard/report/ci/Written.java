package io.github.vramguard.report.ci;

import io.github.vramguard.config.ReportFormat;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The result of writing a run in several formats.
 *
 * @param files the files that were written
 * @param failures why other formats were not written
 */
public record Written(List<Path> files, Map<ReportFormat, IOException> failures) {

    /** Copies the collections in the order of the formats. */
    public Written {
        files = List.copyOf(files);
        failures = Collections.unmodifiableMap(new TreeMap<>(failures));
    }

    /**
     * Returns whether a requested file is missing.
     *
     * @return false if all files were written, even if another output failed
     */
    public boolean lacksFile() {
        return failures.keySet().stream().anyMatch(format -> !format.file().isEmpty());
    }
}
