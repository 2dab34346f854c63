package io.github.vramguard.cli.cycle;

import io.github.vramguard.cli.terminal.Terminal;
import io.github.vramguard.server.Connection;
import io.github.vramguard.server.ModelServer;
import io.github.vramguard.server.ModelServers;
import java.io.PrintWriter;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The verb {@code cycle llama-server}. */
@Command(
        name = "llama-server",
        description = {
            "Loads, uses and unloads a model on llama-server, and measures its processes.",
            "",
            CycleOfServer.END,
            "",
            "The length of the context is that with which llama-server was started (-c). As a router, started without -m, it"
                    + " loads and unloads; with one model it needs --sleep-idle-seconds."
        })
final class CycleLlamaServer extends CycleOfServer {

    @Mixin
    private PromptOption prompt = new PromptOption();

    CycleLlamaServer(PrintWriter out, Terminal terminal) {
        super(out, terminal, "http://localhost:8080");
    }

    @Override
    ModelServer server(Connection connection) {
        return ModelServers.llamaServer(connection);
    }

    @Override
    Optional<String> prompt() {
        return Optional.of(prompt.text());
    }
}
