package io.github.vramguard.config;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The forms in which a run is told. The name in settings and options is that of the constant in lower case. */
public enum ReportFormat {
    /** All that was measured, {@code run.json}. */
    JSON("run.json"),
    /** For people, {@code index.html}, which opens without a network. */
    HTML("index.html"),
    /** For people, {@code report.md}. */
    MARKDOWN("report.md"),
    /** For Jenkins and others that read the XML of JUnit, {@code TEST-vramguard.xml}. */
    JUNIT("TEST-vramguard.xml"),
    /** For the code quality widget of GitLab, {@code gl-code-quality-report.json}. */
    GITLAB("gl-code-quality-report.json"),
    /** Annotations and the summary of the step, where GitHub Actions runs this; nothing elsewhere. */
    GITHUB(""),
    /** For github-action-benchmark with the tool {@code customSmallerIsBetter}, {@code benchmark.json}. */
    BENCHMARK("benchmark.json"),
    /** For Bencher with the adapter {@code json}, {@code bencher.json}. */
    BENCHER("bencher.json");

    private final String file;

    ReportFormat(String file) {
        this.file = file;
    }

    /**
     * The file that a build leaves.
     *
     * @return its name; empty where the format is no file
     */
    public String file() {
        return file;
    }

    /**
     * What a build may leave.
     *
     * @return the names of the files of all formats
     */
    public static List<String> files() {
        return Arrays.stream(values())
                .map(ReportFormat::file)
                .filter(file -> !file.isEmpty())
                .toList();
    }

    /**
     * The format of a written name.
     *
     * @param name the name, for instance {@code junit}
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
