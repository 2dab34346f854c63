package io.github.vramguard.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vramguard.model.Model;
import java.io.IOException;
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
        Path other = new TinyLlama(2, 64, 128, 4, 2, 2).writeTo(directory.resolve("other.gguf"));

        assertThat(again).hasSameBinaryContentAs(once);
        assertThat(Files.mismatch(once, other)).isNotEqualTo(-1);
    }

    @Test
    void itIsReadAsAModel() throws IOException {
        Path file = TinyLlama.smallest().writeTo(directory.resolve("tiny.gguf"));

        assertThat(Model.read(file)).isNotNull();
        assertThat(Files.size(file)).isBetween(450L << 10, 460L << 10);
    }
}
