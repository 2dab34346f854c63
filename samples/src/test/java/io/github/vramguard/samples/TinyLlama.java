package io.github.vramguard.samples;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * A llama with random weights: its answers make no sense, but llama.cpp loads and runs it like any other model. The same sizes
 * and seed give the same file, byte for byte.
 *
 * @param layers the number of blocks
 * @param width the length of an embedding, a multiple of {@code heads}
 * @param feedForward the width of the feed-forward network in a block
 * @param heads the number of query heads
 * @param kvHeads the number of key and value heads, a divisor of {@code heads}
 * @param seed the seed of the weights
 */
record TinyLlama(int layers, int width, int feedForward, int heads, int kvHeads, long seed) {

    private static final int MAGIC = 0x46554747; // "GGUF"
    private static final int VERSION = 3;
    private static final int ENTRIES = 11 + TinyVocabulary.ENTRIES;
    private static final int CONTEXT_LENGTH = 2048;
    private static final double WEIGHT_DEVIATION = 0.08;
    private static final int FLOAT32_TENSOR = 0;

    private record Tensor(String name, boolean random, int... shape) {

        long elements() {
            return Arrays.stream(shape).asLongStream().reduce(1, Math::multiplyExact);
        }
    }

    /** A file of 458 KiB. */
    static TinyLlama smallest() {
        return new TinyLlama(2, 64, 128, 4, 2, 1);
    }

    Path writeTo(Path file) throws IOException {
        List<Tensor> tensors = tensors();
        try (GgufOutput out = new GgufOutput(file)) {
            out.int32(MAGIC);
            out.int32(VERSION);
            out.int64(tensors.size());
            out.int64(ENTRIES);
            writeMetadata(out);
            writeDirectory(out, tensors);
            writeElements(out, tensors);
        }
        return file;
    }

    private void writeMetadata(GgufOutput out) throws IOException {
        out.entry("general.architecture", "llama");
        out.entry("general.name", "tiny-random");
        out.entry("llama.vocab_size", TinyVocabulary.SIZE);
        out.entry("llama.context_length", CONTEXT_LENGTH);
        out.entry("llama.embedding_length", width);
        out.entry("llama.block_count", layers);
        out.entry("llama.feed_forward_length", feedForward);
        out.entry("llama.attention.head_count", heads);
        out.entry("llama.attention.head_count_kv", kvHeads);
        out.entry("llama.rope.dimension_count", width / heads);
        out.entry("llama.attention.layer_norm_rms_epsilon", 1e-5f);
        new TinyVocabulary().writeTo(out);
    }

    private static void writeDirectory(GgufOutput out, List<Tensor> tensors) throws IOException {
        long offset = 0;
        for (Tensor tensor : tensors) {
            out.text(tensor.name);
            out.int32(tensor.shape.length);
            for (int size : tensor.shape) {
                out.int64(size);
            }
            out.int32(FLOAT32_TENSOR);
            out.int64(offset);
            offset += GgufOutput.aligned(Float.BYTES * tensor.elements());
        }
    }

    private void writeElements(GgufOutput out, List<Tensor> tensors) throws IOException {
        Random random = new Random(seed);
        for (Tensor tensor : tensors) {
            out.align();
            for (long left = tensor.elements(); left > 0; left--) {
                out.float32(tensor.random ? (float) (WEIGHT_DEVIATION * random.nextGaussian()) : 1);
            }
        }
        out.align();
    }

    private List<Tensor> tensors() {
        int kvWidth = width / heads * kvHeads;
        List<Tensor> tensors = new ArrayList<>();
        tensors.add(new Tensor("token_embd.weight", true, width, TinyVocabulary.SIZE));
        tensors.add(new Tensor("output_norm.weight", false, width));
        tensors.add(new Tensor("output.weight", true, width, TinyVocabulary.SIZE));
        for (int layer = 0; layer < layers; layer++) {
            String block = "blk." + layer + ".";
            tensors.add(new Tensor(block + "attn_norm.weight", false, width));
            tensors.add(new Tensor(block + "attn_q.weight", true, width, width));
            tensors.add(new Tensor(block + "attn_k.weight", true, width, kvWidth));
            tensors.add(new Tensor(block + "attn_v.weight", true, width, kvWidth));
            tensors.add(new Tensor(block + "attn_output.weight", true, width, width));
            tensors.add(new Tensor(block + "ffn_norm.weight", false, width));
            tensors.add(new Tensor(block + "ffn_gate.weight", true, width, feedForward));
            tensors.add(new Tensor(block + "ffn_up.weight", true, width, feedForward));
            tensors.add(new Tensor(block + "ffn_down.weight", true, feedForward, width));
        }
        return tensors;
    }
}
