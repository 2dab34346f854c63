package io.github.vramguard.tinymodel;

import java.io.IOException;
import java.nio.file.Path;

/**
 * An LFM2: the last of so many layers attends to tokens, the others are short convolutions.
 *
 * @param layers the number of blocks
 * @param width the length of an embedding, a multiple of 64
 * @param period how many layers there are to each that attends
 * @param seed the seed of the weights
 */
public record TinyLfm2(int layers, int width, int period, long seed) implements TinyModel {

    private static final int CONVOLUTION = 3;

    @Override
    public Path writeTo(Path file) throws IOException {
        Interleaving interleaving = new Interleaving(layers, period);
        Attention attention = Attention.grouped(width);
        FeedForward network = new FeedForward(width, 2 * width);
        ModelWriter model = new ModelWriter("lfm2", layers, width, seed);
        network.describe(model).epsilon().embeddings().ones("token_embd_norm.weight", width);
        model.number("shortconv.l_cache", CONVOLUTION)
                .number("attention.head_count", attention.heads())
                .numbers("attention.head_count_kv", interleaving.kvHeads(attention));
        for (int layer = 0; layer < layers; layer++) {
            String block = "blk." + layer + ".";
            model.ones(block + "attn_norm.weight", width);
            if (interleaving.attends(layer)) {
                addAttention(attention, model, block);
            } else {
                addConvolution(model, block);
            }
            model.ones(block + "ffn_norm.weight", width);
            network.addTo(model, block);
        }
        return model.writeTo(file);
    }

    private static void addAttention(Attention attention, ModelWriter model, String block) {
        attention.addTo(model, block);
        model.ones(block + "attn_q_norm.weight", attention.headLength())
                .ones(block + "attn_k_norm.weight", attention.headLength());
    }

    private void addConvolution(ModelWriter model, String block) {
        model.random(block + "shortconv.conv.weight", CONVOLUTION, width)
                .random(block + "shortconv.in_proj.weight", width, 3 * width)
                .random(block + "shortconv.out_proj.weight", width, width);
    }
}
