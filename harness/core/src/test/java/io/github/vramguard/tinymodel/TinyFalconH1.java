package io.github.vramguard.tinymodel;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A Falcon-H1: each layer attends to tokens and is a Mamba-2 at once.
 *
 * @param layers the number of blocks
 * @param width the length of an embedding, a multiple of 64
 * @param state the elements of state for each element that is remembered
 * @param seed the seed of the weights
 */
public record TinyFalconH1(int layers, int width, int state, long seed) implements TinyModel {

    @Override
    public Path writeTo(Path file) throws IOException {
        Attention attention = Attention.grouped(width);
        FeedForward network = new FeedForward(width, 2 * width);
        StateSpace space = StateSpace.grouped(width, state, 1);
        ModelWriter model = new ModelWriter("falcon-h1", layers, width, seed);
        attention.describe(space.describe(network.describe(model))).epsilon().tiedEmbeddings();
        for (int layer = 0; layer < layers; layer++) {
            String block = "blk." + layer + ".";
            model.ones(block + "attn_norm.weight", width);
            attention.addTo(model, block);
            space.addMamba2To(model, block);
            model.ones(block + "ffn_norm", width);
            network.addTo(model, block);
        }
        return model.writeTo(file);
    }
}
