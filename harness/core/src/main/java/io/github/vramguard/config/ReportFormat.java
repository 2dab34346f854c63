package io.github.vramguard.config;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The formats of a report. The name in settings and options is that of the constant in lower case. */
public enum ReportFormat {
    /** All measurements. */
    JSON("run.json", "the input of compare and history; always written"),
    /** A page for browsers. */
    HTML("index.html", "for browsers; it opens offline"),
    /** A summary. */
    MARKDOWN("report.md", "for pull requests and wikis"),
    /** Test results. */
    JUNIT("TEST-vramguard.xml", "for Jenkins and others; inconclusive tests are skipped"),
    /** Code quality. */
    GITLAB("gl-code-quality-report.json", "for GitLab merge requests"),
    /** No file: output for GitHub Actions. */
    GITHUB("", "annotations and step summary, only on GitHub Actions"),
    /** Peaks. */
    BENCHMARK("benchmark.json", "for github-action-benchmark with customSmallerIsBetter"),
    /** Peaks and growth. */
    BENCHER("bencher.json", "for Bencher with the adapter json");

    private final String file;
    private final String purpose;

    ReportFormat(String file, String purpose) {
        this.file = file;
        this.purpose = purpose;
    }

    /**
     * Returns the file of the format.
     *
     * @return its name; empty if the format is not a file
     */
    public String file() {
        return file;
    }

    /**
     * Describes the format.
     *
     * @return the file and what it is for, for example {@code bencher.json, for Bencher with the adapter json}
     */
    public String description() {
        return file.isEmpty() ? purpose : file + ", " + purpose;
    }

    /**
     * Returns the names of all report files.
     *
     * @return the names, without formats that are not a file
     */
    public static List<String> files() {
        return Arrays.stream(values())
                .map(ReportFormat::file)
                .filter(file -> !file.isEmpty())
                .toList();
    }

    /**
     * Returns the format with a name.
     *
     * @param name the name, for example {@code junit}
     * @return the format
     * @throws IllegalArgumentException if there is no such format; the message lists the names
     */
    public static ReportFormat named(String name) {
        return Arrays.stream(values())
                .filter(format -> format.toString().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("\"" + name + "\" is not a format; there are "
                        + Arrays.stream(values()).map(ReportFormat::toString).collect(Collectors.joining(", "))));
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
