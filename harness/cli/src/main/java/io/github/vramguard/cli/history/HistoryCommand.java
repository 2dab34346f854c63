package io.github.vramguard.cli.history;

import io.github.vramguard.cli.terminal.Terminal;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code history}, which has subcommands only. */
@Command(
        name = "history",
        description = "Records the memory of tests commit by commit, and shows at which commits it changed.",
        synopsisSubcommandLabel = "add|show",
        footerHeading = "%nExamples:%n",
        footer = {
            "  vramguard history add target/vramguard",
            "  vramguard history show --html history.html",
            "  vramguard history show --fail-on-regression --last 5"
        })
public final class HistoryCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private HistoryCommand() {}

    /** Returns the command with its subcommands, for the Git repository around the working directory. */
    public static CommandLine with(PrintWriter out, Terminal terminal) {
        return with(out, terminal, new Checkout(Path.of(""), System.getenv()));
    }

    static CommandLine with(PrintWriter out, Terminal terminal, Checkout checkout) {
        return new CommandLine(new HistoryCommand())
                .addSubcommand(new HistoryAdd(out, checkout))
                .addSubcommand(new HistoryShow(out, terminal));
    }

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "a subcommand is missing: add or show");
    }
}
