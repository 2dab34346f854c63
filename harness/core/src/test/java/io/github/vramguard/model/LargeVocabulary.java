package io.github.vramguard.model;

import io.github.vramguard.tinymodel.GgufWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** A model file with as large a vocabulary as models have: 256,000 tokens and 500,000 merges, of lengths like theirs. */
final class LargeVocabulary {

    static final int TOKENS = 256_000;
    private static final int MERGES = 500_000;
    private static final int LAYERS = 48;

    private LargeVocabulary() {}

    static Path writeTo(Path file) throws IOException {
        Random random = new Random(1);
        List<String> tokens = words(TOKENS, random);
        GgufWriter writer = new GgufWriter()
                .text("general.architecture", "llama")
                .uint32("llama.block_count", LAYERS)
                .uint32("llama.context_length", 131_072)
                .uint32("llama.embedding_length", 4096)
                .uint32("llama.attention.head_count", 32)
                .uint32("llama.attention.head_count_kv", 8)
                .text("tokenizer.ggml.model", "gpt2")
                .texts("tokenizer.ggml.tokens", tokens)
                .float32s("tokenizer.ggml.scores", Collections.nCopies(TOKENS, -1f))
                .int32s("tokenizer.ggml.token_type", Collections.nCopies(TOKENS, 1))
                .texts("tokenizer.ggml.merges", merges(tokens, random))
                .text("tokenizer.chat_template", "{% for message in messages %}".repeat(200));
        IntStream.range(0, LAYERS * 9)
                .forEach(i -> writer.tensor("blk." + i / 9 + ".ffn_" + i % 9 + ".weight", () -> 0, 64));
        return writer.writeTo(file);
    }

    private static List<String> words(int count, Random random) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            StringBuilder word = new StringBuilder(i % 2 == 0 ? "Ġ" : "");
            for (int letters = 1 + random.nextInt(11); letters > 0; letters--) {
                word.append((char) ('a' + random.nextInt(26)));
            }
            words.add(word.toString());
        }
        return words;
    }

    private static List<String> merges(List<String> tokens, Random random) {
        List<String> merges = new ArrayList<>();
        for (int i = 0; i < MERGES; i++) {
            merges.add(tokens.get(random.nextInt(TOKENS)) + " " + tokens.get(random.nextInt(TOKENS)));
        }
        return merges;
    }
}
