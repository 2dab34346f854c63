package io.github.vramguard.tinymodel;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A Mamba: it remembers a state of constant size.
 *
 * @param layers the number of blocks
 * @param width the length of an embedding, a multiple of 16
 * @param state the elements of state for each element that is remembered
 * @param seed the seed of the weights
 */
public record TinyMamba(int layers, int width, int state, long seed) implements TinyModel {

    @Override
    public Path writeTo(Path file) throws IOException {
        StateSpace space = StateSpace.mamba(width, state);
        ModelWriter model = new ModelWriter("mamba", layers, width, seed);
        space.describe(model).epsilon().tiedEmbeddings();
        for (int layer = 0; layer < layers; layer++) {
            String block = "blk." + layer + ".";
            model.ones(block + "attn_norm.weight", width);
            space.addMambaTo(model, block);
        }
        return model.writeTo(file);
    }
}
