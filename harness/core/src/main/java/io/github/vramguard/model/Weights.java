package io.github.vramguard.model;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The memory of weights, and where llama.cpp v0.5.0 puts them ({@code llama_model::load_tensors} in
 * {@code src/llama-model.cpp}): on a GPU first the output, and then the blocks from the last one on; embeddings of tokens
 * remain on the host. Before 2026 the output was the last to go there. Blocks that predict further tokens ({@code nextn}, MTP)
 * are not loaded by default.
 *
 * @param bytesByType all weights in bytes, by the type they are stored as
 * @param hostBytes weights that are loaded on the host; by default mapped from the file, and then not part of the memory of the process
 * @param deviceBytes weights that are loaded on a GPU; if embeddings also serve as output, they are
 *     counted on both sides
 * @since 0.1.0
 */
@API(status = Status.EXPERIMENTAL, since = "0.1.0")
public record Weights(Map<TensorType, Long> bytesByType, long hostBytes, long deviceBytes) {

    private static final String OUTPUT = "output.weight";
    private static final String EMBEDDINGS = "token_embd.weight";

    /**
     * Copies the map.
     */
    public Weights {
        bytesByType = Map.copyOf(bytesByType);
    }

    static Weights of(List<Tensor> tensors, Placement placement, int gpuLayers) {
        Map<TensorType, Long> byType = new EnumMap<>(TensorType.class);
        int first = placement.firstOffloaded(gpuLayers);
        long host = 0;
        long device = gpuLayers > 0 && !placement.isEncoder() ? tiedOutput(tensors) : 0;
        for (Tensor tensor : tensors) {
            byType.merge(tensor.type(), tensor.bytes(), Math::addExact);
            int layer = placement.layer(tensor.name());
            if (placement.isLoaded(layer)) {
                host = Math.addExact(host, layer < first ? tensor.bytes() : 0);
                device = Math.addExact(device, layer < first ? 0 : tensor.bytes());
            }
        }
        return new Weights(byType, host, device);
    }

    /**
     * Returns these weights together with others.
     *
     * @param other the others
     * @return the sums
     * @throws ArithmeticException if a size exceeds 2⁶³ − 1 bytes
     */
    public Weights plus(Weights other) {
        Map<TensorType, Long> both = new EnumMap<>(TensorType.class);
        both.putAll(bytesByType);
        other.bytesByType.forEach((type, bytes) -> both.merge(type, bytes, Math::addExact));
        return new Weights(
                both, Math.addExact(hostBytes, other.hostBytes), Math.addExact(deviceBytes, other.deviceBytes));
    }

    /**
     * Returns the size of all weights in the file.
     *
     * @return the size in bytes
     */
    public long bytes() {
        return bytesByType.values().stream().reduce(0L, Math::addExact);
    }

    /** Without an output of its own a model uses its embeddings, and those are copied to the GPU. */
    private static long tiedOutput(List<Tensor> tensors) {
        boolean hasOutput = tensors.stream().anyMatch(tensor -> tensor.name().equals(OUTPUT));
        return hasOutput
                ? 0
                : tensors.stream()
                        .filter(tensor -> tensor.name().equals(EMBEDDINGS))
                        .mapToLong(Tensor::bytes)
                        .sum();
    }
}
