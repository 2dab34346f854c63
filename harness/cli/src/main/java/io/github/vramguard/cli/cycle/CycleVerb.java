package io.github.vramguard.cli.cycle;

import io.github.vramguard.cli.terminal.Terminal;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The verb {@code cycle}, which needs to be told what to cycle. */
@Command(
        name = "cycle",
        description =
                "Loads, uses and unloads a model again and again, and says whether memory returns to its baseline.",
        synopsisSubcommandLabel = "WHAT",
        footerHeading = "%nExamples:%n",
        footer = {
            "  vramguard cycle ollama --model qwen3:8b --cycles 10",
            "  vramguard cycle command --pid 4711 --load './load.sh' --unload './unload.sh'"
        })
public final class CycleVerb implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private CycleVerb() {}

    /** The verb with all that can be cycled. */
    public static CommandLine with(PrintWriter out, Terminal terminal) {
        return new CommandLine(new CycleVerb())
                .addSubcommand(new CycleOfCommands(out, terminal))
                .addSubcommand(new CycleOllama(out, terminal))
                .addSubcommand(new CycleLlamaServer(out, terminal))
                .addSubcommand(new CycleVllm(out, terminal))
                .addSubcommand(new CycleTriton(out, terminal));
    }

    @Override
    public Integer call() {
        throw new ParameterException(
                spec.commandLine(),
                "what shall be cycled? " + String.join(", ", spec.subcommands().keySet()));
    }
}
