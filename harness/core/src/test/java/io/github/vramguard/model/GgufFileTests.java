package io.github.vramguard.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vramguard.tinymodel.GgufWriter;
import io.github.vramguard.tinymodel.TinyLlama;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the header of a sound model file says. */
class GgufFileTests {

    @TempDir
    private Path folder;

    @Test
    void metadataIsReadByKey() throws IOException {
        Metadata metadata = GgufFile.read(tiny()).metadata();
        assertThat(metadata.text("general.architecture")).contains("llama");
        assertThat(metadata.number("llama.block_count")).contains(2);
        assertThat(metadata.number("llama.no_such_key")).isEmpty();
    }

    @Test
    void tensorsAreReadWithTheirSizes() throws IOException {
        List<Tensor> tensors = GgufFile.read(tiny()).tensors();
        assertThat(tensors)
                .hasSize(3 + 2 * 9)
                .contains(new Tensor("blk.1.ffn_up.weight", TensorType.F32, 64 * 128 * 4));
    }

    @Test
    void onlyTheLengthOfAVocabularyIsKept() throws IOException {
        Path file = new GgufWriter()
                .texts("tokenizer.ggml.tokens", Collections.nCopies(256_000, "token"))
                .float32s("tokenizer.ggml.scores", Collections.nCopies(256_000, 1f))
                .int32s("tokenizer.ggml.token_type", Collections.nCopies(256_000, 1))
                .writeTo(folder.resolve("vocabulary.gguf"));
        Metadata metadata = GgufFile.read(file).metadata();
        assertThat(metadata.entries().values())
                .extracting(Metadata.Entry::value)
                .hasSize(3)
                .allSatisfy(value -> assertThat(value).isInstanceOf(MetadataValue.Skipped.class));
        assertThat(metadata.length("tokenizer.ggml.tokens")).contains(256_000L);
    }

    @Test
    void aLongTextIsNotKept() throws IOException {
        Path file = new GgufWriter()
                .text("tokenizer.chat_template", "x".repeat(5000))
                .text("general.architecture", "llama")
                .writeTo(folder.resolve("template.gguf"));
        Metadata metadata = GgufFile.read(file).metadata();
        assertThat(metadata.length("tokenizer.chat_template")).contains(5000L);
        assertThat(metadata.text("general.architecture")).contains("llama");
    }

    @Test
    void aNumberForEachLayerIsKeptAndOneStandsForAll() throws IOException {
        Path file = new GgufWriter()
                .int32s("jamba.attention.head_count_kv", List.of(0, 8, 0))
                .uint32("jamba.attention.head_count", 32)
                .writeTo(folder.resolve("layers.gguf"));
        Metadata metadata = GgufFile.read(file).metadata();
        assertThat(metadata.numbers("jamba.attention.head_count_kv", 3)).contains(List.of(0, 8, 0));
        assertThat(metadata.numbers("jamba.attention.head_count", 2)).contains(List.of(32, 32));
    }

    @Test
    void aHeaderWithoutTensorsIsEnough() throws IOException {
        assertThat(GgufFile.read(RawGguf.claiming(0, 0).writeTo(folder.resolve("empty.gguf")))
                        .tensors())
                .isEmpty();
    }

    @Test
    void theDataOfTensorsIsNotNeeded() throws IOException {
        Path file = tiny();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(20_000);
        }
        assertThat(GgufFile.read(file).tensors()).hasSize(21);
    }

    @Test
    void versionTwoHasTheSameHeader() throws IOException {
        assertThat(GgufFile.read(Patch.version(tiny(), 2)).tensors()).hasSize(21);
    }

    private Path tiny() throws IOException {
        return TinyLlama.smallest().writeTo(folder.resolve("tiny.gguf"));
    }
}
