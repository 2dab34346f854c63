package io.github.vramguard.cli.history;

import io.github.vramguard.cli.terminal.Printable;
import io.github.vramguard.cli.usage.BadInput;
import io.github.vramguard.cli.usage.ExitCode;
import io.github.vramguard.history.Commit;
import io.github.vramguard.history.HistoryFile;
import io.github.vramguard.run.Figure;
import io.github.vramguard.run.Run;
import io.github.vramguard.run.RunDirectory;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The subcommand {@code history add}. */
@Command(
        name = "add",
        description = {
            "Appends the amounts of a run to the history.",
            "",
            "Another run of the same commit is a repeated measurement. The same run is only added once."
        },
        exitCodeList = {"0:the run is in the history", "3:could not run: wrong usage, no run, or no commit"},
        footerHeading = "%nTo merge branches that both added lines, add to .gitattributes:%n",
        footer = "  vramguard-history.jsonl merge=union")
final class HistoryAdd implements Callable<Integer> {

    private final PrintWriter out;
    private final Checkout checkout;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            paramLabel = "RUN",
            arity = "0..*",
            defaultValue = "target/vramguard",
            description = "directories of one run, for example one per module (default: ${DEFAULT-VALUE})")
    private List<Path> places = List.of();

    @Mixin
    private FileOption history = new FileOption();

    @Option(
            names = "--commit",
            paramLabel = "COMMIT",
            description =
                    "the measured commit: a hash, or a name that Git resolves (default: GITHUB_SHA, CI_COMMIT_SHA or"
                            + " GIT_COMMIT, or HEAD)")
    private @Nullable String commit;

    @Option(
            names = "--time",
            paramLabel = "ISO",
            description = "time of the commit, for example 2026-11-24T12:00:00Z (default: from Git)")
    private @Nullable String time;

    HistoryAdd(PrintWriter out, Checkout checkout) {
        this.out = out;
        this.checkout = checkout;
    }

    @Override
    public Integer call() throws IOException {
        Run run = RunDirectory.readAll(places);
        PrintWriter err = spec.commandLine().getErr();
        run.problems().forEach(problem -> err.println("vramguard: " + Printable.of(problem)));
        Commit measured = checkout.commit(commit, time);
        long tests = Figure.of(run)
                .map(figure -> figure.quantity().test())
                .distinct()
                .count();
        if (tests == 0) {
            throw new BadInput("no test has a verdict and an amount, so there is nothing to add");
        }
        HistoryFile file = history.file();
        boolean added = file.add(measured, run) > 0;
        out.println(tests + (tests == 1 ? " test" : " tests") + " of " + measured.abbreviated()
                + (added ? " added to " : " already in ") + file.path());
        out.flush();
        return ExitCode.OK;
    }
}
