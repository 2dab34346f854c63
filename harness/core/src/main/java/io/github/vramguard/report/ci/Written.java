package io.github.vramguard.report.ci;

import io.github.vramguard.config.ReportFormat;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What came of telling a run in several formats.
 *
 * @param files the files that were written
 * @param failures why other formats were not
 */
public record Written(List<Path> files, Map<ReportFormat, IOException> failures) {

    /** Copies the collections, and keeps the order of formats. */
    public Written {
        files = List.copyOf(files);
        failures = Collections.unmodifiableMap(new TreeMap<>(failures));
    }

    /**
     * Whether a file is missing that was asked for.
     *
     * @return false if all are there, whatever else could not be told
     */
    public boolean lacksFile() {
        return failures.keySet().stream().anyMatch(format -> !format.file().isEmpty());
    }
}
