package io.github.vramguard.tinymodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GgufWriterTests {

    @TempDir
    Path directory;

    @Test
    void everyTensorStartsAtAMultipleOfThirtyTwoBytes() throws IOException {
        GgufWriter gguf = new GgufWriter().tensor("a", () -> 1, 3).tensor("b", () -> 2, 9);

        ByteBuffer file = read(gguf.writeTo(directory.resolve("two.gguf")));

        int header = 4 + 4 + 8 + 8;
        int entry = 8 + 1 + 4 + 8 + 4 + 8;
        assertThat(file.getLong(header + entry - 8)).as("offset of a").isZero();
        assertThat(file.getLong(header + 2 * entry - 8)).as("offset of b").isEqualTo(32);
        assertThat(file.getFloat(96)).as("first element of a").isEqualTo(1);
        assertThat(file.getFloat(96 + 32)).as("first element of b").isEqualTo(2);
        assertThat(file.limit()).isEqualTo(96 + 32 + 64);
    }

    @Test
    void anArrayStatesItsTypeAndItsLength() throws IOException {
        GgufWriter gguf = new GgufWriter().int32s("k", List.of(7, 8));

        ByteBuffer file = read(gguf.writeTo(directory.resolve("array.gguf"))).position(24 + 8 + 1);

        assertThat(file.getInt()).as("type of an array").isEqualTo(9);
        assertThat(file.getInt()).as("type of its elements").isEqualTo(5);
        assertThat(file.getLong()).as("length").isEqualTo(2);
        assertThat(file.getInt()).isEqualTo(7);
        assertThat(file.getInt()).isEqualTo(8);
    }

    private static ByteBuffer read(Path file) throws IOException {
        return ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    }
}
