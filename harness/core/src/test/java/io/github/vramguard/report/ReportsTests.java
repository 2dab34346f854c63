package io.github.vramguard.report;

import static io.github.vramguard.memory.TraceFixture.flat;
import static io.github.vramguard.memory.TraceFixture.trace;
import static io.github.vramguard.run.RunFixture.JVM;
import static io.github.vramguard.run.RunFixture.MACHINE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.vramguard.config.ReportFormat;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.report.ci.ReportWriter;
import io.github.vramguard.run.JvmRun;
import io.github.vramguard.run.JvmRunFile;
import io.github.vramguard.run.RunDirectory;
import io.github.vramguard.run.RunFixture;
import io.github.vramguard.source.ProcessStart;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ReportsTests {

    private static final JvmRun SIBLING = new JvmRun(JvmRun.FORMAT, JVM.build(), "1-2.4-y", 2_000, null, null, MACHINE);

    @TempDir
    private Path place;

    private static EndOfRun end(Path directory) {
        ReportWriter writer = new ReportWriter(directory, Map.of(), new PrintWriter(new StringWriter()));
        return Reports.atTheEndOf(JVM, writer, Set.of(ReportFormat.MARKDOWN));
    }

    private void record(Path directory) {
        try (JvmRunFile file = new RunDirectory(directory).begin(JVM, ReportFormat.files(), ProcessStart::of)) {
            file.add(RunFixture.leakTest(
                    "keeps", trace().with(Pool.HEAP, flat(1 << 20, 12)).build()));
            file.end(JVM);
        }
    }

    @Test
    void theReportsAreNamed() {
        record(place);

        assertThat(end(place).files()).containsExactly(place.resolve("run.json"), place.resolve("report.md"));
    }

    @Test
    void aJvmThatWasKilledIsNamedAndOneThatStillRunsIsNot() {
        record(place);
        try (JvmRunFile sibling = new RunDirectory(place).begin(SIBLING, ReportFormat.files(), ProcessStart::of)) {
            assertThat(sibling.trouble()).isEmpty();
            assertThat(end(place).problems()).isEmpty();
        }

        assertThat(end(place).problems())
                .containsExactly("the JVM 1-2.4-y was killed or still runs: its last measurements may be missing");
    }

    @Test
    void aSummaryThatCannotBeWrittenCostsNoOtherReport() {
        record(place);
        Path summary = place.resolve("only-outside/of-the-container");
        Map<String, String> environment = Map.of("GITHUB_ACTIONS", "true", "GITHUB_STEP_SUMMARY", summary.toString());
        ReportWriter writer = new ReportWriter(place, environment, new PrintWriter(new StringWriter()));

        EndOfRun end = Reports.atTheEndOf(JVM, writer, Set.of(ReportFormat.HTML, ReportFormat.GITHUB));

        assertThat(end.files()).containsExactly(place.resolve("run.json"), place.resolve("index.html"));
        assertThat(end.problems())
                .containsExactly("the report github was not written: java.nio.file.NoSuchFileException: " + summary
                        + "; to write it from the records, run: vramguard report " + place);
        assertThat(place.resolve("index.html")).isNotEmptyFile();
    }

    @Test
    void whereNoReportCanBeWrittenThatIsSaidWithTheReason() throws IOException {
        Path file = Files.writeString(place.resolve("reports"), "a file where the directory is to be");

        assertThat(end(file).problems())
                .singleElement()
                .asString()
                .startsWith("no report was written to " + file + ": java.nio.file.FileAlreadyExistsException: " + file)
                .endsWith("; to write it from the records, run: vramguard report " + file);
    }

    /** Not even the administrator makes a file there. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void ofADirectoryThatCannotBeWrittenTheRecordsAndTheReportAreMissed() {
        Path readOnly = Path.of("/sys/vramguard");
        try (JvmRunFile file = new RunDirectory(readOnly).begin(JVM, ReportFormat.files(), ProcessStart::of)) {
            assertThat(file.trouble()).hasValueSatisfying(trouble -> assertThat(trouble)
                    .startsWith("1 record cannot be written to " + readOnly.resolve("jvm-runs"))
                    .endsWith("; free some space, or set vramguard.report.dir to another directory"));
        }

        assertThat(end(readOnly).problems())
                .singleElement()
                .asString()
                .startsWith("no report was written to " + readOnly + ": java.nio.file.");
    }
}
