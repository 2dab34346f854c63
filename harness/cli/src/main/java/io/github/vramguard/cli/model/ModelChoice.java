package io.github.vramguard.cli.model;

import io.github.vramguard.cli.usage.BadInput;
import io.github.vramguard.model.Model;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which model is predicted: one in a file, or one that a server knows. */
final class ModelChoice {

    @Parameters(arity = "0..1", paramLabel = "FILE", description = "a GGUF file, or any part of one that is split")
    private @Nullable Path file;

    @Option(
            names = "--ollama-manifest",
            paramLabel = "FILE",
            description = "a manifest in the store of Ollama, such as"
                    + " ~/.ollama/models/manifests/registry.ollama.ai/library/qwen3/8b")
    private @Nullable Path manifest;

    @Option(names = "--ollama", paramLabel = "MODEL", description = "its name on a running Ollama")
    private @Nullable String ollama;

    @Option(
            names = "--llama-server",
            arity = "0..1",
            fallbackValue = "",
            paramLabel = "MODEL",
            description = "its name on a running llama-server; may be left out if there is only one")
    private @Nullable String llamaServer;

    FoundModel find(ServerOptions server) throws IOException {
        if (ollama != null) {
            return ModelOnServer.ollama(ollama, server.connection("http://localhost:11434"));
        }
        if (llamaServer != null) {
            return ModelOnServer.llamaServer(llamaServer, server.connection("http://localhost:8080"));
        }
        server.mustNotBeGiven();
        return manifest == null ? inFile() : OllamaManifest.read(manifest).model();
    }

    private FoundModel inFile() throws IOException {
        Path named = file == null ? Path.of("") : file;
        try {
            return FoundModel.of(named, Model.read(named));
        } catch (NoSuchFileException e) {
            throw new BadInput(named + ": there is no such file");
        }
    }
}
