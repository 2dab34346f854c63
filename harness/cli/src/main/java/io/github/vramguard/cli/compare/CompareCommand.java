package io.github.vramguard.cli.compare;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.vramguard.cli.terminal.Printable;
import io.github.vramguard.cli.usage.BadInput;
import io.github.vramguard.cli.usage.ExitCode;
import io.github.vramguard.cli.usage.Failure;
import io.github.vramguard.compare.Comparison;
import io.github.vramguard.compare.Runs;
import io.github.vramguard.compare.report.ComparisonMarkdown;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code compare}. */
@Command(
        name = "compare",
        description = {
            "Shows which tests need more or less memory than before.",
            "",
            "Each side is one run, or repeated runs of the same tests. With one run, a difference counts if it is larger"
                    + " than the difference between clean runs. With three or more runs on both sides, it must be larger"
                    + " with 95%% confidence. Six runs on each side tolerate one outlier."
        },
        exitCodeList = {
            "0:nothing is worse, or nothing could be compared",
            "1:a test needs more memory than before, or fails and did not",
            "3:could not run: wrong usage, or a side without a record that can be read"
        },
        footerHeading = "%nA side is one of these:%n",
        footer = {
            "  file       the run.json of a run",
            "  directory  the directory of a run, as set by vramguard.report.dir",
            "  directory  with one run per subdirectory or .json file: runs of the same",
            "             tests are repeated runs, runs of other tests add up",
            "",
            "Examples:",
            "  vramguard compare base/target/vramguard target/vramguard",
            "  vramguard compare runs/main runs/branch --markdown compare.md || worse=$?",
            "  cat compare.md >> \"$GITHUB_STEP_SUMMARY\""
        })
public final class CompareCommand implements Callable<Integer> {

    private final PrintWriter out;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(index = "0", paramLabel = "BASE", description = "the runs before")
    private Path base = Path.of("");

    @Parameters(index = "1", paramLabel = "HEAD", description = "the runs now")
    private Path head = Path.of("");

    @Option(names = "--markdown", paramLabel = "FILE", description = "also write the differences as a Markdown table")
    private @Nullable Path markdown;

    @Option(names = "--across-machines", description = "also compare amounts from machines of different classes")
    private boolean acrossMachines;

    @Option(names = "--json", description = "print one JSON object")
    private boolean json;

    /** Creates the command. */
    public CompareCommand(PrintWriter out) {
        this.out = out;
    }

    @Override
    public Integer call() throws IOException {
        Comparison comparison = Comparison.of(read(base), read(head), acrossMachines);
        out.print(json ? CompareJson.of(comparison) : CompareText.of(comparison));
        out.flush();
        boolean written = markdown == null || write(markdown, ComparisonMarkdown.of(comparison));
        if (comparison.isWorse()) {
            return ExitCode.FAILED;
        }
        return written ? ExitCode.OK : ExitCode.COULD_NOT_RUN;
    }

    private Runs read(Path side) throws IOException {
        Runs runs = Runs.read(side);
        if (runs.readable() == 0) {
            runs.problems().forEach(this::complain);
            throw new BadInput(side + ": no record in it can be read, so there is nothing to compare");
        }
        return runs;
    }

    /** That something is worse must not be lost with a file that cannot be written. */
    private boolean write(Path file, String text) {
        try {
            Path directory = file.toAbsolutePath().getParent();
            if (directory != null && !Files.isDirectory(directory)) {
                Files.createDirectories(directory);
            }
            Files.writeString(file, text, UTF_8);
            return true;
        } catch (IOException failed) {
            complain(Failure.inWords(failed));
            return false;
        }
    }

    private void complain(String problem) {
        spec.commandLine().getErr().println("vramguard: " + Printable.of(problem));
    }
}
