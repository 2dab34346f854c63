package io.github.vramguard.cli.cycle;

import io.github.vramguard.cli.terminal.Terminal;
import io.github.vramguard.cli.usage.ApiKeyOption;
import io.github.vramguard.cli.usage.BadInput;
import io.github.vramguard.memory.MemoryTarget;
import io.github.vramguard.server.Connection;
import io.github.vramguard.server.Deadlines;
import io.github.vramguard.server.ModelServer;
import java.io.PrintWriter;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What the verbs {@code cycle ollama} and so on have in common. */
@Command(
        exitCodeList = {
            "0:memory returns to its baseline, or it is not certain",
            "1:broken: memory does not return to its baseline",
            "2:inconclusive, with --strict",
            "3:could not run: wrong usage, no such process, container or control group, or a request that failed"
        },
        footerHeading = "%nExample:%n",
        footer = "  ${COMMAND-FULL-NAME} --model NAME --cycles 10")
abstract class CycleOfServer implements Callable<Integer> {

    static final String END =
            "It ends as soon as the verdict is certain. When a request fails, or on Ctrl-C, the model is unloaded once more,"
                    + " and what was measured is printed.";

    private final PrintWriter out;
    private final Terminal terminal;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @ArgGroup
    private Whose whose = new Whose();

    @Mixin
    private CycleOptions options = new CycleOptions();

    @Option(
            names = "--url",
            paramLabel = "URL",
            description =
                    "where the server listens (default: ${DEFAULT-VALUE}); on this machine, the process that listens"
                            + " there is measured, unless --pid, --container or --cgroup names another")
    private URI url;

    @Option(names = "--model", required = true, paramLabel = "MODEL", description = "its name on the server")
    private String model = "";

    @Mixin
    private ApiKeyOption apiKey = new ApiKeyOption();

    CycleOfServer(PrintWriter out, Terminal terminal, String url) {
        this.out = out;
        this.terminal = terminal;
        this.url = URI.create(url);
    }

    /** The client of the server. */
    abstract ModelServer server(Connection connection);

    /** What the model is asked; empty where it is only loaded. */
    abstract Optional<String> prompt();

    @Override
    public Integer call() throws Exception {
        try {
            Connection connection = Connection.to(url).within(deadlines()).withApiKey(apiKey.key());
            Cycled cycled = new CycledModel(server(connection), model, prompt());
            MemoryTarget target = whose.target().orElseGet(() -> Local.serverAt(url));
            return options.run("cycle " + spec.name(), out, terminal, target, cycled);
        } catch (IllegalArgumentException refused) {
            throw new BadInput(String.valueOf(refused.getMessage()));
        }
    }

    private Deadlines deadlines() {
        return new Deadlines(
                options.timeout(),
                options.timeout(),
                options.timeout(),
                Deadlines.standard().ask());
    }
}
