package io.github.vramguard.cli.history;

import io.github.vramguard.cli.usage.BadInput;
import io.github.vramguard.cli.usage.ExitCode;
import io.github.vramguard.history.Commit;
import io.github.vramguard.history.HistoryFile;
import io.github.vramguard.run.Run;
import io.github.vramguard.run.RunDirectory;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code history add}. */
@Command(
        name = "add",
        description = {
            "Appends what a run measured to the history.",
            "",
            "Another run of the same commit is a repeated measurement; the same run is added once."
        },
        exitCodeList = {"0:it is in the history", "3:could not run: wrong usage, or no run, or no commit"},
        footerHeading = "%nTo merge branches that both added lines, put into .gitattributes:%n",
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
            description = "directories of one run, such as those of its modules (default: ${DEFAULT-VALUE})")
    private List<Path> places = List.of();

    @Option(
            names = "--file",
            paramLabel = "FILE",
            defaultValue = HistoryVerb.FILE,
            description = "the history (default: ${DEFAULT-VALUE})")
    private Path file = Path.of(HistoryVerb.FILE);

    @Option(
            names = "--commit",
            paramLabel = "HASH",
            description = "what was measured (default: GITHUB_SHA, CI_COMMIT_SHA or GIT_COMMIT, or what Git has"
                    + " checked out)")
    private @Nullable String commit;

    @Option(
            names = "--time",
            paramLabel = "ISO",
            description = "when the commit was made, such as 2026-11-24T12:00:00Z (default: what Git says)")
    private @Nullable String time;

    HistoryAdd(PrintWriter out, Checkout checkout) {
        this.out = out;
        this.checkout = checkout;
    }

    @Override
    public Integer call() throws IOException {
        Run run = read();
        run.problems().forEach(spec.commandLine().getErr()::println);
        Commit measured = checkout.commit(commit, time);
        long tests = run.tests().stream().filter(test -> test.hasVerdict()).count();
        if (tests == 0) {
            throw new BadInput("no test in it has a verdict, so that there is nothing to add");
        }
        boolean added = new HistoryFile(file).add(measured, run) > 0;
        out.println(tests + (tests == 1 ? " test" : " tests") + " of " + measured.abbreviated()
                + (added ? " added to " : " already in ") + file);
        out.flush();
        return ExitCode.OK;
    }

    private Run read() throws IOException {
        try {
            return RunDirectory.readAll(places);
        } catch (NoSuchFileException missing) {
            throw new BadInput(missing.getFile() + ": " + missing.getReason());
        }
    }
}
