package io.github.vramguard.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.vramguard.tinymodel.TinyLlama;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A model that somebody describes takes as much as its file says. */
class DescribedModelTests {

    private static final Map<String, Object> METADATA = Map.of(
            "general.architecture",
            "llama",
            "llama.block_count",
            2,
            "llama.context_length",
            2048L,
            "llama.embedding_length",
            64,
            "llama.feed_forward_length",
            128,
            "llama.attention.head_count",
            4,
            "llama.attention.head_count_kv",
            2,
            "llama.rope.freq_base",
            0.5,
            "tokenizer.ggml.add_bos_token",
            true);

    private static final List<TensorShape> EMBEDDINGS = List.of(shape(64, 320));

    @Test
    void itTakesAsMuchAsItsFileSays(@TempDir Path folder) throws IOException {
        Model read = Model.read(TinyLlama.smallest().writeTo(folder.resolve("tiny.gguf")));
        Model described = Model.described("Ollama", METADATA, EMBEDDINGS);
        ModelFootprint expected = read.footprint(ContextSettings.of(8192), 99);
        ModelFootprint footprint = described.footprint(ContextSettings.of(8192), 99);
        assertThat(footprint.cache().kvBytes()).isEqualTo(expected.cache().kvBytes());
        assertThat(footprint.outputBytes()).isEqualTo(expected.outputBytes()).isEqualTo(320 * 4);
        assertThat(footprint.computeBytes()).isEqualTo(expected.computeBytes());
        assertThat(footprint.weights().bytes()).isEqualTo(64 * 320 * 4);
    }

    @Test
    void aVocabularyThatIsToldCountsForItself() throws IOException {
        assertThat(output(with("tokenizer.ggml.tokens", List.of("a", "b", "c"))))
                .isEqualTo(3 * 4);
    }

    @Test
    void aListHasANumberForEachLayer() throws IOException {
        Model model = Model.described("Ollama", with("llama.attention.head_count_kv", List.of(2, 1)), EMBEDDINGS);
        assertThat(model.cache(ContextSettings.of(256)).bytesPerToken()).isEqualTo(3 * 2 * 16 * 2);
    }

    @Test
    void whatIsMissingIsNamed() {
        refuses(Map.of("general.architecture", "llama"), EMBEDDINGS, "Ollama has no key llama.block_count");
    }

    @Test
    void whatIsNoNumberIsNamed() {
        refuses(
                with("llama.block_count", "two"),
                EMBEDDINGS,
                "Ollama says of llama.block_count: expected a whole number, found \"two\"");
    }

    @Test
    void aShapeThatCannotBeIsNamed() {
        String complaint = "Ollama says of token_embd.weight: expected a shape that f32 can have, found ";
        refuses(METADATA, List.of(shape(64, -1)), complaint + "[64, -1]");
        refuses(METADATA, List.of(shape(1L << 40, 1L << 40)), complaint + "[1099511627776, 1099511627776]");
    }

    private static void refuses(Map<String, Object> metadata, List<TensorShape> tensors, String complaint) {
        assertThatExceptionOfType(GgufException.class)
                .isThrownBy(() -> Model.described("Ollama", metadata, tensors))
                .withMessage(complaint);
    }

    private static long output(Map<String, Object> metadata) throws IOException {
        return Model.described("Ollama", metadata, EMBEDDINGS)
                .footprint(ContextSettings.of(256), 0)
                .outputBytes();
    }

    private static Map<String, Object> with(String key, Object value) {
        Map<String, Object> other = new HashMap<>(METADATA);
        other.put(key, value);
        return other;
    }

    private static TensorShape shape(long... sizes) {
        return new TensorShape(
                "token_embd.weight",
                TensorType.F32,
                Arrays.stream(sizes).boxed().toList());
    }
}
