package io.github.vramguard.tinymodel;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A Mamba-2: heads share what they select by in groups.
 *
 * @param layers the number of blocks
 * @param width the length of an embedding, a multiple of 32
 * @param state the elements of state for each element that is remembered
 * @param groups the number of groups, a divisor of the heads
 * @param seed the seed of the weights
 */
public record TinyMamba2(int layers, int width, int state, int groups, long seed) implements TinyModel {

    @Override
    public Path writeTo(Path file) throws IOException {
        StateSpace space = StateSpace.grouped(width, state, groups);
        ModelWriter model = new ModelWriter("mamba2", layers, width, seed);
        space.describe(model).epsilon().tiedEmbeddings();
        for (int layer = 0; layer < layers; layer++) {
            String block = "blk." + layer + ".";
            model.ones(block + "attn_norm.weight", width);
            space.addMamba2To(model, block);
        }
        return model.writeTo(file);
    }
}
