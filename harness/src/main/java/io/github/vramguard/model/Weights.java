package io.github.vramguard.model;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The memory of weights, and where llama.cpp v0.5.0 puts them ({@code llama_model::load_tensors} in
 * {@code src/llama-model.cpp}): on a GPU the last of the blocks that it is told to, and the output if that is more than
 * there are blocks; embeddings of tokens stay on the host.
 *
 * @param bytesByType all weights in bytes, by the type they are stored as
 * @param hostBytes weights on the host; by default mapped from the file, and then no memory of the process's own
 * @param deviceBytes weights on a GPU; together with those on the host more than all, if embeddings that serve as
 *     output, too, are on both
 */
public record Weights(Map<TensorType, Long> bytesByType, long hostBytes, long deviceBytes) {

    private static final Pattern BLOCK = Pattern.compile("blk\\.(\\d{1,9})\\..*");
    private static final String OUTPUT = "output.weight";
    private static final String EMBEDDINGS = "token_embd.weight";

    /**
     * Weights that cannot be changed from outside.
     */
    public Weights {
        bytesByType = Map.copyOf(bytesByType);
    }

    static Weights of(List<Tensor> tensors, int blocks, int gpuLayers) {
        Map<TensorType, Long> byType = new EnumMap<>(TensorType.class);
        long host = 0;
        long device = gpuLayers > blocks ? tiedOutput(tensors) : 0;
        for (Tensor tensor : tensors) {
            byType.merge(tensor.type(), tensor.bytes(), Math::addExact);
            if (isOffloaded(tensor.name(), blocks, gpuLayers)) {
                device = Math.addExact(device, tensor.bytes());
            } else {
                host = Math.addExact(host, tensor.bytes());
            }
        }
        return new Weights(byType, host, device);
    }

    /**
     * All weights in the file.
     *
     * @return the size in bytes
     */
    public long bytes() {
        return bytesByType.values().stream().reduce(0L, Math::addExact);
    }

    private static boolean isOffloaded(String name, int blocks, int gpuLayers) {
        Matcher block = BLOCK.matcher(name);
        return block.matches()
                ? Integer.parseInt(block.group(1)) >= blocks - gpuLayers
                : gpuLayers > blocks && name.startsWith("output");
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
