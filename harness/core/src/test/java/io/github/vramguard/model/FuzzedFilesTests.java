package io.github.vramguard.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Hostile files are answered as documented. {@code scripts/fuzz-models} tries more of them. */
class FuzzedFilesTests {

    private static final int FILES = 5000;

    @TempDir
    private Path folder;

    @Tag("thorough")
    @ParameterizedTest
    @ValueSource(longs = {1, 20261124})
    void hostileFilesAreReadOrRefused(long seed) throws Exception {
        try (GgufFuzz fuzz = fuzz(GgufFuzz::readAndPredict, 60_000)) {
            fuzz.tryAll(new HostileFiles(folder, seed), Duration.ofDays(1), FILES);
            assertThat(fuzz.found()).as(fuzz.toString()).isZero();
            assertThat(fuzz.toString()).startsWith(FILES + " files, of which ").doesNotContain("which 0 were read");
        }
    }

    @Test
    void aReaderThatThrowsSomethingElseIsFound() throws Exception {
        Path file = Files.writeString(folder.resolve("a.gguf"), "GGUF");
        try (GgufFuzz fuzz = fuzz(any -> folder.resolve("\0"), 60_000)) {
            assertThat(fuzz.tryOne(file)).isFalse();
            assertThat(folder.resolve("kept/1-InvalidPathException.gguf")).hasContent("GGUF");
        }
    }

    @Test
    void aReaderThatHangsIsFound() throws Exception {
        Path file = Files.createFile(folder.resolve("a.gguf"));
        try (GgufFuzz fuzz = fuzz(any -> hang(), 50)) {
            assertThat(fuzz.tryOne(file)).isFalse();
            assertThat(folder.resolve("kept/1-TimeoutException.gguf")).exists();
        }
    }

    private GgufFuzz fuzz(GgufFuzz.Reader reader, long deadlineMillis) {
        return new GgufFuzz(reader, Duration.ofMillis(deadlineMillis), folder.resolve("kept"));
    }

    private static void hang() throws IOException {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException stopped) {
            throw new IOException(stopped);
        }
    }
}
