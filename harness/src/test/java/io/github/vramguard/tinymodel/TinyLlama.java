package io.github.vramguard.tinymodel;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import java.util.function.DoubleSupplier;

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
public record TinyLlama(int layers, int width, int feedForward, int heads, int kvHeads, long seed) {

    private static final int CONTEXT_LENGTH = 2048;
    private static final double WEIGHT_DEVIATION = 0.08;

    /**
     * The smallest useful one: a file of 458 KiB.
     *
     * @return the smallest model
     */
    public static TinyLlama smallest() {
        return new TinyLlama(2, 64, 128, 4, 2, 1);
    }

    /**
     * Write the model as GGUF version 3 with 32-bit floats.
     *
     * @param file where to write it; an existing file is replaced
     * @return the file
     * @throws IOException if the file cannot be written
     */
    public Path writeTo(Path file) throws IOException {
        TinyVocabulary vocabulary = new TinyVocabulary();
        GgufWriter gguf = new GgufWriter();
        describe(gguf, vocabulary.size());
        vocabulary.describe(gguf);
        addTensors(gguf, vocabulary.size());
        return gguf.writeTo(file);
    }

    private void describe(GgufWriter gguf, int vocabularySize) {
        gguf.text("general.architecture", "llama")
                .text("general.name", "tiny-random")
                .uint32("llama.vocab_size", vocabularySize)
                .uint32("llama.context_length", CONTEXT_LENGTH)
                .uint32("llama.embedding_length", width)
                .uint32("llama.block_count", layers)
                .uint32("llama.feed_forward_length", feedForward)
                .uint32("llama.attention.head_count", heads)
                .uint32("llama.attention.head_count_kv", kvHeads)
                .uint32("llama.rope.dimension_count", width / heads)
                .float32("llama.attention.layer_norm_rms_epsilon", 1e-5f);
    }

    private void addTensors(GgufWriter gguf, int vocabularySize) {
        Random random = new Random(seed);
        DoubleSupplier weight = () -> WEIGHT_DEVIATION * random.nextGaussian();
        DoubleSupplier one = () -> 1;
        gguf.tensor("token_embd.weight", weight, width, vocabularySize)
                .tensor("output_norm.weight", one, width)
                .tensor("output.weight", weight, width, vocabularySize);
        for (int layer = 0; layer < layers; layer++) {
            addBlock(gguf, "blk." + layer + ".", weight, one);
        }
    }

    private void addBlock(GgufWriter gguf, String block, DoubleSupplier weight, DoubleSupplier one) {
        int kvWidth = width / heads * kvHeads;
        gguf.tensor(block + "attn_norm.weight", one, width)
                .tensor(block + "attn_q.weight", weight, width, width)
                .tensor(block + "attn_k.weight", weight, width, kvWidth)
                .tensor(block + "attn_v.weight", weight, width, kvWidth)
                .tensor(block + "attn_output.weight", weight, width, width)
                .tensor(block + "ffn_norm.weight", one, width)
                .tensor(block + "ffn_gate.weight", weight, width, feedForward)
                .tensor(block + "ffn_up.weight", weight, width, feedForward)
                .tensor(block + "ffn_down.weight", weight, feedForward, width);
    }
}
