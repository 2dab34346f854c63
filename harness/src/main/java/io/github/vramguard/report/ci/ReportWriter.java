package io.github.vramguard.report.ci;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.vramguard.report.html.HtmlReport;
import io.github.vramguard.run.AtomicFile;
import io.github.vramguard.run.Run;
import io.github.vramguard.run.RunDirectory;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where a run is told.
 *
 * @param directory where files are written; those that are there are replaced, each in one step
 * @param environment the environment variables, which tell whether GitHub Actions runs this
 * @param console the standard output, from which GitHub Actions reads annotations
 */
public record ReportWriter(Path directory, Map<String, String> environment, PrintWriter console) {

    /**
     * Tell a run.
     *
     * @param run the run
     * @param formats how it is told
     * @return the files that were written
     * @throws IOException if one cannot be written
     */
    public List<Path> write(Run run, Set<ReportFormat> formats) throws IOException {
        List<Path> files = new ArrayList<>();
        for (ReportFormat format : formats) {
            switch (format) {
                case JSON -> files.add(new RunDirectory(directory).write(run));
                case HTML -> files.add(file(format, HtmlReport.of(run)));
                case MARKDOWN -> files.add(file(format, MarkdownReport.of(run)));
                case JUNIT -> files.add(file(format, JUnitXml.of(run)));
                case GITLAB -> files.add(file(format, CodeQuality.of(run)));
                case BENCHMARK -> files.add(file(format, BenchmarkJson.of(run)));
                case BENCHER -> files.add(file(format, BencherJson.of(run)));
                case GITHUB -> new GitHubActions(environment, console).tell(run);
            }
        }
        return files;
    }

    private Path file(ReportFormat format, String contents) throws IOException {
        return AtomicFile.write(directory.resolve(format.file()), contents.getBytes(UTF_8));
    }
}
