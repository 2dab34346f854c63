package io.github.vramguard.tinymodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TinyLlamaTests {

    @TempDir
    Path directory;

    @Test
    void theSameSeedWritesTheSameBytes() throws IOException {
        Path once = TinyLlama.smallest().writeTo(directory.resolve("once.gguf"));
        Path again = TinyLlama.smallest().writeTo(directory.resolve("again.gguf"));

        assertThat(again).hasSameBinaryContentAs(once);
    }

    @Test
    void anotherSeedWritesOtherWeightsOfTheSameSize() throws IOException {
        byte[] one = Files.readAllBytes(TinyLlama.smallest().writeTo(directory.resolve("1.gguf")));
        byte[] two = Files.readAllBytes(new TinyLlama(2, 64, 128, 4, 2, 2).writeTo(directory.resolve("2.gguf")));

        assertThat(two).hasSameSizeAs(one).isNotEqualTo(one);
    }

    @Test
    void theHeaderCountsTensorsAndMetadata() throws IOException {
        ByteBuffer file = ByteBuffer.wrap(
                        Files.readAllBytes(TinyLlama.smallest().writeTo(directory.resolve("tiny.gguf"))))
                .order(ByteOrder.LITTLE_ENDIAN);

        assertThat(text(file, 4)).isEqualTo("GGUF");
        assertThat(file.getInt()).as("version").isEqualTo(3);
        assertThat(file.getLong()).as("tensors").isEqualTo(3 + 2 * 9);
        assertThat(file.getLong()).as("metadata").isEqualTo(19);
        assertThat(text(file, Math.toIntExact(file.getLong()))).isEqualTo("general.architecture");
        assertThat(file.getInt()).as("type of a string").isEqualTo(8);
        assertThat(text(file, Math.toIntExact(file.getLong()))).isEqualTo("llama");
        assertThat(file.limit() % 32).as("alignment").isZero();
    }

    private static String text(ByteBuffer file, int length) {
        byte[] utf8 = new byte[length];
        file.get(utf8);
        return new String(utf8, StandardCharsets.UTF_8);
    }
}
