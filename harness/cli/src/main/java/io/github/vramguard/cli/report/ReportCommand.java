package io.github.vramguard.cli.report;

import io.github.vramguard.cli.terminal.Printable;
import io.github.vramguard.cli.terminal.Wrapped;
import io.github.vramguard.cli.usage.BadInput;
import io.github.vramguard.cli.usage.ExitCode;
import io.github.vramguard.cli.usage.Failure;
import io.github.vramguard.config.ReportFormat;
import io.github.vramguard.report.ci.ReportWriter;
import io.github.vramguard.report.ci.Totals;
import io.github.vramguard.report.ci.Written;
import io.github.vramguard.run.Result;
import io.github.vramguard.run.Run;
import io.github.vramguard.run.RunDirectory;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code report}. */
@Command(
        name = "report",
        description = {
            "Merges the records of a build, and writes reports.",
            "",
            "The records may come from several JVMs, modules and machines. If a test ran more than once on machines of one"
                    + " class, its last run counts. Prints one line per test that failed, is inconclusive or did not"
                    + " finish, then a summary. Records that cannot be read and JVMs that were killed are listed on the"
                    + " standard error."
        },
        exitCodeList = {
            "0:no test failed",
            "1:a test failed: memory does not return to its baseline, or exceeds its budget",
            "2:no test failed, but --strict was given, and a test is inconclusive or unfinished, a JVM was killed, or"
                    + " a record cannot be read",
            "3:could not run: wrong usage, no record that can be read, or a file that cannot be written"
        })
public final class ReportCommand implements Callable<Integer> {

    private static final int WIDTH = 80;
    private static final int INDENT = 13;
    private static final String EXAMPLES = """

            Examples:
              vramguard report target/vramguard
              vramguard report --formats markdown,junit --out reports */target/vramguard""";

    private final PrintWriter out;
    private final PrintWriter err;
    private final Map<String, String> environment;

    @Parameters(
            paramLabel = "DIR",
            arity = "1..*",
            description = "directories that contain records at any depth, or run.json files")
    private List<Path> places = List.of();

    @Option(
            names = "--formats",
            paramLabel = "FORMAT",
            split = ",",
            description = "formats to write, see below (default: html,markdown,github)")
    private Set<ReportFormat> formats = EnumSet.of(ReportFormat.HTML, ReportFormat.MARKDOWN, ReportFormat.GITHUB);

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "vramguard-report",
            description =
                    "directory for the reports (default: ${DEFAULT-VALUE}); an earlier run.json in it is only read if it"
                            + " is also given as DIR")
    private Path directory = Path.of("vramguard-report");

    @Option(
            names = "--strict",
            description =
                    "exit with 2 if no test failed, but a test is inconclusive or unfinished, a JVM was killed, or a"
                            + " record cannot be read")
    private boolean strict;

    /**
     * Creates the command.
     *
     * @param out the standard output
     * @param err the standard error
     * @param environment the environment variables, which identify GitHub Actions
     */
    public ReportCommand(PrintWriter out, PrintWriter err, Map<String, String> environment) {
        this.out = out;
        this.err = err;
        this.environment = environment;
    }

    @Spec
    void describeFormats(CommandSpec spec) {
        String formats = Arrays.stream(ReportFormat.values())
                .map(format -> Wrapped.beside("  " + format, format.description(), INDENT, WIDTH))
                .collect(Collectors.joining());
        spec.usageMessage().footerHeading("%nFormats:%n").footer((formats + EXAMPLES).split("\n", -1));
    }

    @Override
    public Integer call() throws IOException {
        Run run = RunDirectory.readAll(places, directory);
        Totals.problems(run).forEach(problem -> err.println("vramguard: " + Printable.of(problem)));
        err.flush();
        if (run.jvmRuns().isEmpty() && run.tests().isEmpty()) {
            throw new BadInput("nothing in " + places + " could be read");
        }
        print(run);
        EnumSet<ReportFormat> all = EnumSet.of(ReportFormat.JSON);
        all.addAll(formats);
        Written written = new ReportWriter(directory, environment, out).writeEach(run, all);
        written.files().forEach(file -> out.print("wrote " + file + "\n"));
        out.flush();
        written.failures()
                .forEach((format, failure) -> err.println(
                        "vramguard: the report " + format + " was not written: " + Failure.inWords(failure)));
        err.flush();
        if (out.checkError()) {
            throw new IOException("the result could not be printed");
        }
        return written.lacksFile() ? ExitCode.COULD_NOT_RUN : exitCode(run);
    }

    private void print(Run run) {
        Totals.needingAttention(run).forEach(line -> out.print(Printable.of(line) + "\n"));
        out.print(Totals.counts(run) + "; " + Totals.cost(run) + "\n");
    }

    private int exitCode(Run run) {
        if (has(run, Result.FAILED)) {
            return ExitCode.FAILED;
        }
        boolean isWhole = Totals.problems(run).isEmpty() && !has(run, Result.INCONCLUSIVE, Result.UNFINISHED);
        return strict && !isWhole ? ExitCode.INCONCLUSIVE : ExitCode.OK;
    }

    private static boolean has(Run run, Result... results) {
        return run.tests().stream().anyMatch(test -> Stream.of(results).anyMatch(result -> result == test.result()));
    }
}
