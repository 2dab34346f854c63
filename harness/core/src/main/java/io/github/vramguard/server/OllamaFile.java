package io.github.vramguard.server;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * What Ollama reports about a model file, which may be on another machine.
 *
 * @param path where the file is for Ollama itself
 * @param metadata the metadata by key: {@link String}, {@link Boolean}, {@link Number}, or {@link List} of these; without what
 *     Ollama does not report
 * @param tensors the tensors; empty if this version of Ollama reports none, as 0.5.7
 * @param contextTokens the context of the model as it is loaded, or else the {@code num_ctx} that it was made with
 * @param hasProjector whether there is another file beside it, for images
 */
@API(status = Status.INTERNAL, since = "0.1.0")
public record OllamaFile(
        String path,
        Map<String, Object> metadata,
        List<Tensor> tensors,
        OptionalLong contextTokens,
        boolean hasProjector) {

    /** Copies the collections. */
    public OllamaFile {
        metadata = Map.copyOf(metadata);
        tensors = List.copyOf(tensors);
    }

    /**
     * A tensor.
     *
     * @param name its name
     * @param type the name of its type, for instance {@code Q4_K}
     * @param shape its dimensions, as in the file
     */
    public record Tensor(String name, String type, List<Long> shape) {

        /** Copies the list. */
        public Tensor {
            shape = List.copyOf(shape);
        }
    }
}
