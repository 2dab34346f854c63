package io.github.vramguard.tinymodel;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A Gemma 2: each second layer attends to a sliding window.
 *
 * @param layers the number of blocks
 * @param width the length of an embedding, a multiple of 64
 * @param window the length of the window in tokens
 * @param seed the seed of the weights
 */
public record TinyGemma2(int layers, int width, int window, long seed) implements TinyModel {

    @Override
    public Path writeTo(Path file) throws IOException {
        Attention attention = Attention.grouped(width);
        FeedForward network = new FeedForward(width, 2 * width);
        ModelWriter model = new ModelWriter("gemma2", layers, width, seed);
        attention.describe(network.describe(model)).epsilon().tiedEmbeddings();
        model.number("attention.sliding_window", window);
        for (int layer = 0; layer < layers; layer++) {
            String block = "blk." + layer + ".";
            model.ones(block + "attn_norm.weight", width);
            attention.addTo(model, block);
            model.ones(block + "post_attention_norm.weight", width).ones(block + "ffn_norm.weight", width);
            network.addTo(model, block);
            model.ones(block + "post_ffw_norm.weight", width);
        }
        return model.writeTo(file);
    }
}
