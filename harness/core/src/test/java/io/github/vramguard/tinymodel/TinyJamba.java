package io.github.vramguard.tinymodel;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A Jamba without experts: the last of so many layers attends to tokens, the others are those of a Mamba.
 *
 * @param layers the number of blocks
 * @param width the length of an embedding, a multiple of 64
 * @param period how many layers there are to each that attends
 * @param seed the seed of the weights
 */
public record TinyJamba(int layers, int width, int period, long seed) implements TinyModel {

    private static final int STATE = 16;

    @Override
    public Path writeTo(Path file) throws IOException {
        Interleaving interleaving = new Interleaving(layers, period);
        Attention attention = Attention.grouped(width);
        FeedForward network = new FeedForward(width, 2 * width);
        StateSpace space = StateSpace.mamba(width, STATE);
        ModelWriter model = new ModelWriter("jamba", layers, width, seed);
        space.describe(network.describe(model)).epsilon().tiedEmbeddings();
        model.number("attention.head_count", attention.heads())
                .numbers("attention.head_count_kv", interleaving.kvHeads(attention));
        for (int layer = 0; layer < layers; layer++) {
            String block = "blk." + layer + ".";
            model.ones(block + "attn_norm.weight", width);
            if (interleaving.attends(layer)) {
                attention.addTo(model, block);
            } else {
                space.addMambaTo(model, block);
                space.addNormsTo(model, block);
            }
            model.ones(block + "ffn_norm.weight", width);
            network.addTo(model, block);
        }
        return model.writeTo(file);
    }
}
