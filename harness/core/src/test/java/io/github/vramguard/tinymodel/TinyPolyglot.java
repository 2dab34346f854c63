package io.github.vramguard.tinymodel;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A llama of one narrow layer with many tokens: its logits take more than all else that it computes with.
 *
 * @param tokens the size of its vocabulary, a multiple of 32
 * @param seed the seed of the weights
 */
public record TinyPolyglot(int tokens, long seed) implements TinyModel {

    private static final int WIDTH = 64;

    @Override
    public Path writeTo(Path file) throws IOException {
        Attention attention = Attention.grouped(WIDTH);
        FeedForward network = new FeedForward(WIDTH, 2 * WIDTH);
        ModelWriter model = new ModelWriter("llama", 1, WIDTH, new TinyVocabulary(tokens), seed);
        attention.describe(network.describe(model)).epsilon().embeddingsAndOutput();
        model.ones("blk.0.attn_norm.weight", WIDTH);
        attention.addTo(model, "blk.0.");
        model.ones("blk.0.ffn_norm.weight", WIDTH);
        network.addTo(model, "blk.0.");
        return model.writeTo(file);
    }
}
