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

/** The verb {@code history}, which needs to be told what to do. */
@Command(
        name = "history",
        description = "Keeps what runs measured, commit by commit, and shows where it changes.",
        synopsisSubcommandLabel = "add|show",
        footerHeading = "%nExamples:%n",
        footer = {
            "  vramguard history add target/vramguard",
            "  vramguard history show --html history.html --fail-on-regression=5"
        })
public final class HistoryVerb implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private HistoryVerb() {}

    /** The verb with all that can be done with a history, of the Git repository around the working directory. */
    public static CommandLine with(PrintWriter out, Terminal terminal) {
        return with(out, terminal, new Checkout(Path.of(""), System.getenv()));
    }

    static CommandLine with(PrintWriter out, Terminal terminal, Checkout checkout) {
        return new CommandLine(new HistoryVerb())
                .addSubcommand(new HistoryAdd(out, checkout))
                .addSubcommand(new HistoryShow(out, terminal));
    }

    @Override
    public Integer call() {
        throw new ParameterException(
                spec.commandLine(),
                "what shall be done? " + String.join(", ", spec.subcommands().keySet()));
    }
}
