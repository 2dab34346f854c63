package io.github.vramguard.tinymodel;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A llama with random weights: it talks nonsense, but llama.cpp loads and runs it like any other model.
 *
 * <p>The same sizes and seed give the same file, byte for byte. {@code new TinyLlama(8, 512, 1024, 8, 8, 1)} is one of
 * 81 MiB with 16 KiB of key and value cache for each token of context.
 *
 * @param layers the number of transformer blocks
 * @param width the length of an embedding, a multiple of {@code heads}
 * @param feedForward the width of the feed-forward network inside a block
 * @param heads the number of query heads
 * @param kvHeads the number of key and value heads, a divisor of {@code heads}
 * @param seed the seed of the weights
 */
public record TinyLlama(int layers, int width, int feedForward, int heads, int kvHeads, long seed)
        implements TinyModel {

    /**
     * The smallest useful one: a file of 458 KiB.
     *
     * @return the smallest model
     */
    public static TinyLlama smallest() {
        return new TinyLlama(2, 64, 128, 4, 2, 1);
    }

    @Override
    public Path writeTo(Path file) throws IOException {
        Attention attention = new Attention(width, heads, kvHeads);
        FeedForward network = new FeedForward(width, feedForward);
        ModelWriter model = new ModelWriter("llama", layers, width, seed);
        attention.describe(network.describe(model)).epsilon().embeddingsAndOutput();
        for (int layer = 0; layer < layers; layer++) {
            String block = "blk." + layer + ".";
            model.ones(block + "attn_norm.weight", width);
            attention.addTo(model, block);
            model.ones(block + "ffn_norm.weight", width);
            network.addTo(model, block);
        }
        return model.writeTo(file);
    }
}
