package io.github.vramguard.tinymodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TinyModelTests {

    @TempDir
    Path directory;

    static Stream<TinyModel> models() {
        return Stream.of(
                new TinyLlama(4, 64, 128, 4, 2, 1),
                new TinyGemma2(4, 64, 512, 1),
                new TinyDeepseek2(4, 64, 32, 1),
                new TinyMamba(4, 64, 16, 1),
                new TinyMamba2(4, 64, 16, 2, 1),
                new TinyRwkv7(4, 64, 32, 1),
                new TinyJamba(4, 64, 2, 1),
                new TinyLfm2(4, 64, 2, 1),
                new TinyQwen35(4, 64, 32, 1, 1),
                new TinyFalconH1(4, 64, 16, 1));
    }

    @ParameterizedTest
    @MethodSource("models")
    void theSameSeedWritesTheSameBytes(TinyModel model) throws IOException {
        Path once = model.writeTo(directory.resolve("once.gguf"));
        Path again = model.writeTo(directory.resolve("again.gguf"));

        assertThat(again).hasSameBinaryContentAs(once);
        assertThat(Files.size(once)).isGreaterThan(100_000);
    }
}
