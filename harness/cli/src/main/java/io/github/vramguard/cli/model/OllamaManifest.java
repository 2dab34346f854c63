package io.github.vramguard.cli.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.vramguard.cli.terminal.Printable;
import io.github.vramguard.cli.usage.BadInput;
import io.github.vramguard.memory.ByteSize;
import io.github.vramguard.model.Model;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A manifest in the store of Ollama: it lists the blobs that a model consists of. */
record OllamaManifest(Path file, JsonNode content) {

    private static final String TYPES = "application/vnd.ollama.image.";
    private static final String DIGEST = "sha256[:-][0-9a-f]{64}";
    private static final long MOST_BYTES = 1 << 20;

    private static final ObjectMapper JSON = new ObjectMapper();

    static OllamaManifest read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new BadInput(file + ": there is no such file");
        }
        OllamaManifest manifest = new OllamaManifest(file, json(file));
        if (!manifest.content.path("layers").isArray()) {
            throw manifest.refused("it is no manifest of Ollama: it has no list of layers");
        }
        return manifest;
    }

    FoundModel model() throws IOException {
        Path blob = blob(layers("model")
                .findFirst()
                .orElseThrow(() -> refused("it has no layer of the type " + TYPES + "model, so it is no GGUF model")));
        return FoundModel.of(blob, Model.read(blob)).withEach(context()).beside(notCounted());
    }

    /** Ollama starts a runner with so many tokens for each request at once. */
    private OptionalLong context() throws IOException {
        Optional<JsonNode> parameters = layers("params").findFirst();
        if (parameters.isEmpty()) {
            return OptionalLong.empty();
        }
        JsonNode context = json(blob(parameters.get())).path("num_ctx");
        return context.isIntegralNumber() ? OptionalLong.of(context.longValue()) : OptionalLong.empty();
    }

    private List<String> notCounted() {
        return Stream.concat(
                        layers("projector").map(layer -> "a projector of " + size(layer)),
                        layers("adapter").map(layer -> "an adapter of " + size(layer)))
                .toList();
    }

    private static ByteSize size(JsonNode layer) {
        return new ByteSize(Math.max(0, layer.path("size").longValue()));
    }

    private Stream<JsonNode> layers(String type) {
        return StreamSupport.stream(content.path("layers").spliterator(), false)
                .filter(layer -> layer.path("mediaType").asText().equals(TYPES + type));
    }

    private Path blob(JsonNode layer) {
        String digest = layer.path("digest").asText();
        if (!digest.matches(DIGEST)) {
            throw refused("\"" + digest + "\" is not the digest of a blob");
        }
        Path blob = blobs().resolve(digest.replace(':', '-'));
        if (!Files.exists(blob)) {
            throw refused("its blob " + blob + " is missing; pull the model again");
        }
        return blob;
    }

    /** Next to the manifests, however deep this one lies in them. */
    private Path blobs() {
        return Stream.iterate(
                        Optional.ofNullable(file.toAbsolutePath().getParent()), above -> above.map(Path::getParent))
                .takeWhile(Optional::isPresent)
                .flatMap(Optional::stream)
                .map(folder -> folder.resolve("blobs"))
                .filter(Files::isDirectory)
                .findFirst()
                .orElseThrow(() -> refused("there is no directory \"blobs\" next to a directory that it is in"));
    }

    private static JsonNode json(Path file) throws IOException {
        if (Files.size(file) > MOST_BYTES) {
            throw refused(file, "it is too large for a manifest of Ollama or its parameters");
        }
        try {
            return JSON.readTree(Files.readAllBytes(file));
        } catch (JsonProcessingException damaged) {
            throw refused(file, "it is no JSON: " + damaged.getOriginalMessage());
        }
    }

    private BadInput refused(String why) {
        return refused(file, why);
    }

    private static BadInput refused(Path file, String why) {
        return new BadInput(Printable.of(file + ": " + why));
    }
}
