package io.github.vramguard.tinymodel;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleSupplier;

/** What the files of all tiny models have in common: numbers below the name of an architecture, and random weights. */
final class ModelWriter {

    private static final int CONTEXT_LENGTH = 2048;
    private static final double WEIGHT_DEVIATION = 0.08;

    private final GgufWriter gguf = new GgufWriter();
    private final TinyVocabulary vocabulary;
    private final String architecture;
    private final int width;
    private final DoubleSupplier weight;

    ModelWriter(String architecture, int layers, int width, long seed) {
        this(architecture, layers, width, new TinyVocabulary(), seed);
    }

    ModelWriter(String architecture, int layers, int width, TinyVocabulary vocabulary, long seed) {
        Random random = new Random(seed);
        this.architecture = architecture;
        this.width = width;
        this.vocabulary = vocabulary;
        weight = () -> WEIGHT_DEVIATION * random.nextGaussian();
        gguf.text("general.architecture", architecture).text("general.name", "tiny-random");
        number("vocab_size", vocabulary.size());
        number("context_length", CONTEXT_LENGTH);
        number("embedding_length", width);
        number("block_count", layers);
    }

    ModelWriter number(String key, int value) {
        gguf.uint32(key(key), value);
        return this;
    }

    ModelWriter numbers(String key, List<Integer> values) {
        gguf.int32s(key(key), values);
        return this;
    }

    ModelWriter epsilon() {
        gguf.float32(key("attention.layer_norm_rms_epsilon"), 1e-5f);
        return this;
    }

    ModelWriter random(String tensor, int... shape) {
        gguf.tensor(tensor, weight, shape);
        return this;
    }

    ModelWriter ones(String tensor, int... shape) {
        gguf.tensor(tensor, () -> 1, shape);
        return this;
    }

    /** The ends of a model whose embeddings serve as output, too. */
    ModelWriter tiedEmbeddings() {
        return embeddings().ones("output_norm.weight", width);
    }

    ModelWriter embeddingsAndOutput() {
        return tiedEmbeddings().random("output.weight", width, vocabulary.size());
    }

    ModelWriter embeddings() {
        return random("token_embd.weight", width, vocabulary.size());
    }

    Path writeTo(Path file) throws IOException {
        return vocabulary.describe(gguf).writeTo(file);
    }

    private String key(String name) {
        return architecture + "." + name;
    }
}
