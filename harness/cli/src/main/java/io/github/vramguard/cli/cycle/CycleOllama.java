package io.github.vramguard.cli.cycle;

import io.github.vramguard.cli.terminal.Terminal;
import io.github.vramguard.server.Connection;
import io.github.vramguard.server.ModelServer;
import io.github.vramguard.server.ModelServers;
import java.io.PrintWriter;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The verb {@code cycle ollama}. */
@Command(
        name = "ollama",
        description = {
            "Loads, uses and unloads a model on Ollama, and measures its processes.",
            "",
            CycleOfServer.END,
            "",
            "Without --context, Ollama chooses one by the memory of the GPUs."
        })
final class CycleOllama extends CycleOfServer {

    @Mixin
    private PromptOption prompt = new PromptOption();

    @Option(
            names = "--context",
            paramLabel = "TOKENS",
            description = "the longest conversation of the model (default: that of the server)")
    private long context;

    CycleOllama(PrintWriter out, Terminal terminal) {
        super(out, terminal, "http://localhost:11434");
    }

    @Override
    ModelServer server(Connection connection) {
        return context == 0 ? ModelServers.ollama(connection) : ModelServers.ollama(connection, context);
    }

    @Override
    Optional<String> prompt() {
        return Optional.of(prompt.text());
    }
}
