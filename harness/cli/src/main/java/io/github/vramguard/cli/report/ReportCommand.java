package io.github.vramguard.cli.report;

import io.github.vramguard.cli.terminal.Printable;
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
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The verb {@code report}. */
@Command(
        name = "report",
        description = {
            "Merges what the tests of a build measured, and tells it.",
            "",
            "A build may have measured in many JVMs, modules and machines; of a test that ran more than once on machines"
                    + " of one class, the last time counts. Prints a line for each test that is broken, inconclusive or unfinished, and one for"
                    + " all. What could not be read, and JVMs that were killed, are named on the standard error."
        },
        exitCodeList = {
            "0:no test is broken",
            "1:a test is broken: its memory does not return, or exceeds its budget",
            "2:none is broken, but --strict was given, and one is inconclusive or unfinished, a JVM was killed, or a"
                    + " record cannot be read",
            "3:could not run: wrong usage, no run, none that can be read, or a file that cannot be written"
        },
        footerHeading = "%nFormats:%n",
        footer = {
            "  json       run.json, which this and other verbs read; it is always written",
            "  html       index.html, for people; it opens without a network",
            "  markdown   report.md, for people",
            "  junit      TEST-vramguard.xml, for Jenkins and others; broken tests failed,",
            "             inconclusive ones are skipped",
            "  gitlab     gl-code-quality-report.json, for merge requests of GitLab",
            "  github     annotations and the summary of the step; nothing elsewhere",
            "  benchmark  benchmark.json, for github-action-benchmark, as",
            "             customSmallerIsBetter",
            "  bencher    bencher.json, for Bencher, as json",
            "",
            "Examples:",
            "  vramguard report target/vramguard",
            "  vramguard report --formats markdown,junit,github --out reports */target/vramguard"
        })
public final class ReportCommand implements Callable<Integer> {

    private final PrintWriter out;
    private final PrintWriter err;
    private final Map<String, String> environment;

    @Parameters(
            paramLabel = "DIR",
            arity = "1..*",
            description = "directories with runs in them, at any depth, or files of runs")
    private List<Path> places = List.of();

    @Option(
            names = "--formats",
            paramLabel = "FORMAT",
            split = ",",
            description = "how it is told, see below (default: html,markdown,github)")
    private Set<ReportFormat> formats = EnumSet.of(ReportFormat.HTML, ReportFormat.MARKDOWN, ReportFormat.GITHUB);

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "vramguard-report",
            description =
                    "where files are written (default: ${DEFAULT-VALUE}); what was written there the last time is not read"
                            + " again, unless it is named as a DIR")
    private Path directory = Path.of("vramguard-report");

    @Option(
            names = "--strict",
            description =
                    "exit with 2 if a test is inconclusive or unfinished, a JVM was killed, or a record cannot be read, and"
                            + " no test is broken")
    private boolean strict;

    /**
     * Tells with what this process has.
     *
     * @param out where the result goes
     * @param err where problems go
     * @param environment the environment variables, by which GitHub Actions is known
     */
    public ReportCommand(PrintWriter out, PrintWriter err, Map<String, String> environment) {
        this.out = out;
        this.err = err;
        this.environment = environment;
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
        Totals.worthTelling(run).forEach(line -> out.print(Printable.of(line) + "\n"));
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
