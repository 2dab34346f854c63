package io.github.vramguard.cli.model;

import io.github.vramguard.cli.usage.BadInput;
import io.github.vramguard.model.Model;
import io.github.vramguard.model.TensorShape;
import io.github.vramguard.model.TensorType;
import io.github.vramguard.server.Connection;
import io.github.vramguard.server.LlamaFile;
import io.github.vramguard.server.ModelFiles;
import io.github.vramguard.server.OllamaFile;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A model that a running server knows. */
final class ModelOnServer {

    private static final List<String> PROJECTOR = List.of("a projector, for images or sound");

    private ModelOnServer() {}

    /** Ollama reports the header of the file, which may be anywhere; an old Ollama must have it on this machine. */
    static FoundModel ollama(String name, Connection connection) throws IOException {
        OllamaFile file = ModelFiles.ollama(connection, name);
        FoundModel found =
                file.tensors().isEmpty() ? inFileOf(connection, file.path()) : described(name, connection, file);
        return found.withEach(file.contextTokens()).beside(file.hasProjector() ? PROJECTOR : List.of());
    }

    static FoundModel llamaServer(String name, Connection connection) throws IOException {
        LlamaFile file = ModelFiles.llamaServer(connection, name);
        RunningContext running = RunningContext.of(file, connection.address());
        FoundModel found = inFileOf(connection, file.path());
        List<String> beside = new ArrayList<>(file.hasProjector() ? PROJECTOR : List.of());
        beside.addAll(running.notCounted(found.model()));
        return found.with(running.settings())
                .with(running.tokens())
                .withLayers(running.gpuLayers())
                .beside(beside);
    }

    private static FoundModel described(String name, Connection connection, OllamaFile file) throws IOException {
        String source = name + " on Ollama at " + connection;
        List<TensorShape> tensors =
                file.tensors().stream().map(tensor -> shape(source, tensor)).toList();
        return FoundModel.of(source, Model.described(source, file.metadata(), tensors));
    }

    private static TensorShape shape(String source, OllamaFile.Tensor tensor) {
        try {
            return new TensorShape(tensor.name(), TensorType.named(tensor.type()), tensor.shape());
        } catch (IllegalArgumentException unknown) {
            throw new BadInput(source + ", " + tensor.name() + ": " + unknown.getMessage());
        }
    }

    private static FoundModel inFileOf(Connection connection, String path) throws IOException {
        URI url = connection.address();
        Path file = new ServerFile(url, path).fromHere();
        return FoundModel.of(file, Model.read(file));
    }
}
