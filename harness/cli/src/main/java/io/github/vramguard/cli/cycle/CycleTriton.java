package io.github.vramguard.cli.cycle;

import io.github.vramguard.cli.terminal.Terminal;
import io.github.vramguard.cli.usage.BadInput;
import io.github.vramguard.server.Connection;
import io.github.vramguard.server.ModelServer;
import io.github.vramguard.server.ModelServers;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The verb {@code cycle triton}. */
@Command(
        name = "triton",
        description = {
            "Loads, uses and unloads a model on Triton Inference Server, and measures its processes.",
            "",
            CycleOfServer.END,
            "",
            "Triton has to be started with --model-control-mode=explicit. The inputs of each model are its own: without"
                    + " --request it is only loaded and unloaded. The length of a context is in its configuration."
        })
final class CycleTriton extends CycleOfServer {

    @Option(
            names = "--request",
            paramLabel = "FILE",
            description = "what is sent to v2/models/MODEL/infer in each cycle, JSON of the KServe protocol")
    private Optional<Path> request = Optional.empty();

    CycleTriton(PrintWriter out, Terminal terminal) {
        super(out, terminal, "http://localhost:8000");
    }

    @Override
    ModelServer server(Connection connection) {
        return ModelServers.triton(connection, body -> body);
    }

    @Override
    Optional<String> prompt() {
        return request.map(CycleTriton::read);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new BadInput("--request " + file + ": cannot be read: " + e);
        }
    }
}
