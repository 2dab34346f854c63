package io.github.vramguard.cli.cycle;

import io.github.vramguard.cli.terminal.Terminal;
import io.github.vramguard.server.ServerProfiles;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code cycle}, with a subcommand for each model server and one for command lines. */
@Command(
        name = "cycle",
        description =
                "Loads, uses and unloads a model again and again, and reports whether memory returns to its baseline.",
        synopsisSubcommandLabel = "SERVER|command",
        footerHeading = "%nExamples:%n",
        footer = {
            "  vramguard cycle ollama --model qwen3:8b",
            "  vramguard cycle command --pid 4711 --load './load.sh' --unload './unload.sh'"
        })
public final class CycleCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private CycleCommand() {}

    /** The command with all its subcommands. */
    public static CommandLine with(PrintWriter out, Terminal terminal) {
        CommandLine cycle = new CommandLine(new CycleCommand());
        cycle.addSubcommand(new CycleOfCommands(out, terminal));
        ServerProfiles.all()
                .forEach(profile ->
                        cycle.addSubcommand(profile.name(), CycleOfServer.commandLine(profile, out, terminal)));
        return cycle;
    }

    @Override
    public Integer call() {
        throw new ParameterException(
                spec.commandLine(),
                "name what to cycle: " + String.join(", ", spec.subcommands().keySet()));
    }
}
