package io.github.vramguard.source.malloc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LibraryTextTests {

    private static final int BLOCK = 64 * 1024;

    @TempDir
    Path directory;

    @ParameterizedTest
    @EnumSource
    void eachAllocatorIsFoundByAMessageOfIts(AllocatorKind kind) throws IOException {
        assertThat(LibraryText.allocatorsIn(with(kind.signature(), 1000))).containsExactly(kind);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, BLOCK - 12, BLOCK - 6, BLOCK - 1, BLOCK, 2 * BLOCK - 6, 2 * BLOCK - 40, 3 * BLOCK - 12})
    void whereverItLies(int at) throws IOException {
        assertThat(LibraryText.allocatorsIn(with("<jemalloc>: ", at))).containsExactly(AllocatorKind.JEMALLOC);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<jemalloc>", "use tcmalloc to go faster", "mimalloc:8", "<<<<<<"})
    void aLibraryThatOnlyMentionsOneHasNone(String text) throws IOException {
        assertThat(LibraryText.allocatorsIn(with(text, BLOCK - 3))).isEmpty();
    }

    @Test
    void whatCannotBeReadHasNone() {
        assertThat(LibraryText.allocatorsIn(directory.resolve("libgone.so (deleted)")))
                .isEmpty();
    }

    private Path with(String text, int at) throws IOException {
        byte[] library = new byte[3 * BLOCK];
        byte[] ascii = text.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(ascii, 0, library, at, Math.min(ascii.length, library.length - at));
        return Files.write(directory.resolve("lib.so"), library);
    }
}
