package io.github.vramguard.report.ci;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.vramguard.config.ReportFormat;
import io.github.vramguard.report.html.HtmlReport;
import io.github.vramguard.run.AtomicFile;
import io.github.vramguard.run.Run;
import io.github.vramguard.run.RunDirectory;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Writes a run in the formats that were asked for.
 *
 * @param directory the directory of the files; existing files are replaced atomically
 * @param environment the environment variables, which identify GitHub Actions
 * @param console the standard output, from which GitHub Actions reads annotations
 */
public record ReportWriter(Path directory, Map<String, String> environment, PrintWriter console) {

    /**
     * Writes a run, and stops at the first format that fails.
     *
     * @param run the run
     * @param formats the formats
     * @return the files that were written
     * @throws IOException if one cannot be written
     */
    public List<Path> write(Run run, Set<ReportFormat> formats) throws IOException {
        List<Path> files = new ArrayList<>();
        for (ReportFormat format : formats) {
            write(run, format).ifPresent(files::add);
        }
        return files;
    }

    /**
     * Writes a run in each format that can be written.
     *
     * @param run the run
     * @param formats the formats
     * @return the files and the failures
     */
    public Written writeEach(Run run, Set<ReportFormat> formats) {
        List<Path> files = new ArrayList<>();
        Map<ReportFormat, IOException> failures = new EnumMap<>(ReportFormat.class);
        for (ReportFormat format : formats) {
            try {
                write(run, format).ifPresent(files::add);
            } catch (IOException failed) {
                failures.put(format, failed);
            }
        }
        return new Written(files, failures);
    }

    private Optional<Path> write(Run run, ReportFormat format) throws IOException {
        return switch (format) {
            case JSON -> Optional.of(new RunDirectory(directory).write(run));
            case HTML -> file(format, HtmlReport.of(run));
            case MARKDOWN -> file(format, MarkdownReport.of(run));
            case JUNIT -> file(format, JUnitXml.of(run));
            case GITLAB -> file(format, CodeQuality.of(run));
            case BENCHMARK -> file(format, BenchmarkJson.of(run));
            case BENCHER -> file(format, BencherJson.of(run));
            case GITHUB -> {
                new GitHubActions(environment, console).report(run);
                yield Optional.empty();
            }
        };
    }

    private Optional<Path> file(ReportFormat format, String contents) throws IOException {
        return Optional.of(AtomicFile.write(directory.resolve(format.file()), contents.getBytes(UTF_8)));
    }
}
