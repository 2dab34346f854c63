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

/** The verb {@code cycle vllm}. */
@Command(
        name = "vllm",
        description = {
            "Wakes, uses and puts to sleep a model on vLLM, and measures its processes.",
            "",
            CycleOfServer.END,
            "",
            "The length of the context is that with which vLLM was started (--max-model-len), besides --enable-sleep-mode"
                    + " and VLLM_SERVER_DEV_MODE=1."
        })
final class CycleVllm extends CycleOfServer {

    @Mixin
    private PromptOption prompt = new PromptOption();

    @Option(
            names = "--sleep-level",
            paramLabel = "LEVEL",
            defaultValue = "1",
            description = "1 moves the weights to the memory of the host, 2 drops them (default: ${DEFAULT-VALUE})")
    private int sleepLevel = 1;

    CycleVllm(PrintWriter out, Terminal terminal) {
        super(out, terminal, "http://localhost:8000");
    }

    @Override
    ModelServer server(Connection connection) {
        return ModelServers.vllm(connection, sleepLevel);
    }

    @Override
    Optional<String> prompt() {
        return Optional.of(prompt.text());
    }
}
