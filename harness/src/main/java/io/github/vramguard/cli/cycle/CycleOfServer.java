package io.github.vramguard.cli.cycle;

import io.github.vramguard.server.Connection;
import io.github.vramguard.server.Deadlines;
import io.github.vramguard.server.ModelServer;
import io.github.vramguard.server.ModelServers;
import java.io.PrintWriter;
import java.net.URI;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The verbs {@code cycle ollama} and so on: the same for each kind of server. */
@Command(
        description = {
            "Loads, uses and unloads a model on a running server, and measures the processes that you name.",
            "",
            "It ends as soon as the verdict is certain. When a request fails, or on Ctrl-C, the model is unloaded once"
                    + " more, and what was measured is printed."
        },
        exitCodeList = {
            "0:memory returns to its baseline, or it is not certain",
            "1:broken: memory does not return to its baseline",
            "2:inconclusive, with --strict",
            "3:could not run: wrong usage, no such process or container, or a request that failed"
        })
final class CycleOfServer implements Callable<Integer> {

    private final PrintWriter out;
    private final Function<Connection, ModelServer> kind;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private CycleOptions options = new CycleOptions();

    @Option(names = "--url", required = true, paramLabel = "URL", description = "where the server listens")
    private URI url = URI.create("http://localhost");

    @Option(names = "--model", required = true, paramLabel = "MODEL", description = "its name on the server")
    private String model = "";

    @Option(
            names = "--prompt",
            paramLabel = "TEXT",
            defaultValue = "Once upon a time",
            description = "what the model is asked in each cycle (default: ${DEFAULT-VALUE})")
    private String prompt = "";

    private CycleOfServer(PrintWriter out, Function<Connection, ModelServer> kind) {
        this.out = out;
        this.kind = kind;
    }

    /** Adds the servers whose models can be loaded, used and unloaded without knowing more of them. */
    static void addTo(CommandLine cycle, PrintWriter out) {
        cycle.addSubcommand("ollama", new CycleOfServer(out, ModelServers::ollama));
        cycle.addSubcommand("llama-server", new CycleOfServer(out, ModelServers::llamaServer));
        cycle.addSubcommand("vllm", new CycleOfServer(out, connection -> ModelServers.vllm(connection, 1)));
    }

    @Override
    public Integer call() throws Exception {
        Deadlines standard = Deadlines.standard();
        Deadlines deadlines =
                new Deadlines(options.timeout(), options.timeout(), options.timeout(), standard.ask());
        ModelServer server = kind.apply(Connection.to(url).within(deadlines));
        return options.run(
                "cycle " + spec.name(),
                out,
                () -> server.load(model),
                () -> server.use(model, prompt),
                () -> server.unload(model));
    }
}
