package io.github.vramguard.model;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The layer that llama.cpp v0.5.0 puts each tensor on: {@code LLM_TENSOR_INFOS} in {@code src/llama-arch.cpp}. What is neither of
 * a block nor at an end of the model is on the first layer.
 *
 * @param blocks the number of blocks in the file
 * @param further how many of them predict further tokens ({@code nextn}, also called MTP), and are not loaded because nothing is
 *     drafted with them
 * @param isEncoder whether the model has no output; else its embeddings serve as that where it has none of its own
 */
record Placement(int blocks, int further, boolean isEncoder) {

    private static final Pattern BLOCK = Pattern.compile("(?:(?:enc|dec)\\.)?blk\\.(\\d{1,9})\\..*");

    private static final Set<String> INPUT = Set.of(
            "token_embd.weight",
            "token_types.weight",
            "position_embd.weight",
            "per_layer_token_embd.weight",
            "hrm.z_l_init",
            "masked_embd_centroids.weight",
            "masked_embd_ordering");

    private static final List<String> OUTPUT = List.of(
            "output",
            "enc.output_norm.",
            "dec.output_norm.",
            "altup_proj.",
            "altup_unembd_proj.",
            "cls.",
            "dense_2.",
            "dense_3.",
            "nextn.post_projection.");

    static Placement of(ModelShape model, ContextSettings settings) {
        int unloaded = settings.speculation().byItself() ? 0 : model.further();
        return new Placement(model.blocks(), unloaded, model.architecture().isEncoder());
    }

    /** That of embeddings is before all others, and that of the output after them. */
    int layer(String tensor) {
        Matcher block = BLOCK.matcher(tensor);
        if (block.matches()) {
            return Integer.parseInt(block.group(1));
        }
        if (INPUT.contains(tensor)) {
            return -1;
        }
        return OUTPUT.stream().anyMatch(tensor::startsWith) ? blocks : 0;
    }

    boolean isLoaded(int layer) {
        return layer == blocks || layer < blocks - further;
    }

    /** The first layer on a GPU; the output is the one after all blocks. */
    int firstOffloaded(int gpuLayers) {
        return Math.max(0, blocks + 1 - gpuLayers);
    }
}
