package io.github.vramguard.report.ci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.vramguard.config.ReportFormat;
import io.github.vramguard.run.ExclusiveLock;
import io.github.vramguard.run.RunDirectory;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportWriterTests {

    @TempDir
    private Path place;

    private final StringWriter console = new StringWriter();

    private List<Path> write(Map<String, String> environment, Set<ReportFormat> formats) throws IOException {
        return new ReportWriter(place.resolve("out"), environment, new PrintWriter(console)).write(Runs.all(), formats);
    }

    @Test
    void eachFormatIsAFile() throws IOException {
        assertThat(write(Map.of(), EnumSet.allOf(ReportFormat.class)))
                .containsExactlyInAnyOrder(files(
                        "run.json",
                        "index.html",
                        "report.md",
                        "TEST-vramguard.xml",
                        "gl-code-quality-report.json",
                        "benchmark.json",
                        "bencher.json"))
                .allSatisfy(file -> assertThat(file).isNotEmptyFile());
        assertThat(RunDirectory.readAll(List.of(place.resolve("out")))).isEqualTo(Runs.all());
    }

    private Path[] files(String... names) {
        return Arrays.stream(names).map(place.resolve("out")::resolve).toArray(Path[]::new);
    }

    @Test
    void elsewhereNothingIsToldToGitHub() throws IOException {
        Path summary = place.resolve("summary");

        write(Map.of("GITHUB_STEP_SUMMARY", summary.toString()), Set.of(ReportFormat.GITHUB));

        assertThat(console.toString()).isEmpty();
        assertThat(summary).doesNotExist();
    }

    @Test
    void onGitHubAnnotationsArePrintedAndTheSummaryIsContinued() throws IOException {
        Path summary = Files.writeString(place.resolve("summary"), "# Before\n");

        write(Map.of("GITHUB_ACTIONS", "true", "GITHUB_STEP_SUMMARY", summary.toString()), Set.of(ReportFormat.GITHUB));

        assertThat(console).hasToString(Golden.text("annotations.txt"));
        assertThat(summary).hasContent("# Before\n" + Golden.text("report.md"));
    }

    @Test
    void aSummaryThatIsNearlyFullIsNotOverfilled() throws IOException {
        Path summary = Files.write(place.resolve("summary"), new byte[(1 << 20) - 500]);

        write(Map.of("GITHUB_ACTIONS", "true", "GITHUB_STEP_SUMMARY", summary.toString()), Set.of(ReportFormat.GITHUB));

        assertThat(summary).isRegularFile();
        assertThat(Files.size(summary)).isBetween((1L << 20) - 400, 1L << 20);
        assertThat(Files.readString(summary)).contains(" more rows and blocks do not fit here.**");
    }

    @Test
    void modulesThatEndAtOnceDoNotWriteIntoEachOthersSummary() throws Exception {
        Path summary = Files.writeString(place.resolve("summary"), "");
        GitHubActions actions = new GitHubActions(
                Map.of("GITHUB_ACTIONS", "true", "GITHUB_STEP_SUMMARY", summary.toString()), new PrintWriter(console));
        CompletableFuture<Void> module;
        try (FileChannel other = FileChannel.open(summary, StandardOpenOption.APPEND)) {
            ExclusiveLock.await(other, summary);
            module = CompletableFuture.runAsync(() -> tell(actions));
            assertThatExceptionOfType(TimeoutException.class).isThrownBy(() -> module.get(300, TimeUnit.MILLISECONDS));
            other.write(ByteBuffer.wrap(new byte[(1 << 20) - 500]));
        }

        module.get(20, TimeUnit.SECONDS);

        assertThat(Files.size(summary)).isBetween((1L << 20) - 400, 1L << 20);
    }

    private static void tell(GitHubActions actions) {
        try {
            actions.report(Runs.all());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Test
    void aFormatThatFailsIsNamedAndTheOthersAreWritten() throws IOException {
        Files.createDirectories(place.resolve("out/report.md/in-the-way"));
        ReportWriter writer = new ReportWriter(place.resolve("out"), Map.of(), new PrintWriter(console));

        Written written = writer.writeEach(
                Runs.all(), EnumSet.of(ReportFormat.HTML, ReportFormat.MARKDOWN, ReportFormat.BENCHER));

        assertThat(written.files()).containsExactly(files("index.html", "bencher.json"));
        assertThat(written.failures()).containsOnlyKeys(ReportFormat.MARKDOWN);
        assertThat(written.lacksFile()).isTrue();
    }

    @Test
    void aFormatThatDoesNotExistIsRefusedWithThoseThatDo() {
        assertThat(ReportFormat.named("gitlab")).isEqualTo(ReportFormat.GITLAB);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ReportFormat.named("pdf"))
                .withMessage(
                        "\"pdf\" is not a format; there are json, html, markdown, junit, gitlab, github, benchmark, bencher");
    }
}
