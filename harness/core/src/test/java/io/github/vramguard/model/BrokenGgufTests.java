package io.github.vramguard.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.vramguard.tinymodel.GgufWriter;
import io.github.vramguard.tinymodel.TinyLlama;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Complaints about files that are no sound models: the file, the byte, the field, what was expected and found. */
class BrokenGgufTests {

    private static final int UINT8 = 0;
    private static final int UINT32 = 4;
    private static final int STRING = 8;
    private static final int ARRAY = 9;
    private static final int F32 = 0;
    private static final int Q8_0 = 8;

    @TempDir
    private Path folder;

    @Test
    void anotherFormatIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("a.gguf"), "PK\3\4 and so on");
        assertThat(complaint(file)).isEqualTo(file + " at byte 0, magic: expected GGUF, found 0x504b0304");
    }

    @Test
    void anEmptyFileIsRefused() throws IOException {
        Path file = Files.createFile(folder.resolve("a.gguf"));
        assertThat(complaint(file)).endsWith("magic: expected 4 more bytes, found the end of the file after 0 bytes");
    }

    @Test
    void aMissingFileIsNoBrokenOne() {
        assertThatExceptionOfType(NoSuchFileException.class).isThrownBy(() -> GgufFile.read(folder.resolve("none")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1        | expected 2 or 3, found 1
            4        | expected 2 or 3, found 4
            0        | expected 2 or 3, found 0
            50331648 | expected 2 or 3, least significant byte first, found a file for big-endian machines
            """)
    void anotherVersionIsRefused(int version, String complaint) throws IOException {
        Path file = TinyLlama.smallest().writeTo(folder.resolve("a.gguf"));
        assertThat(complaint(Patch.version(file, version))).endsWith("at byte 4, version: " + complaint);
    }

    @Test
    void moreTensorsThanAnyModelHasAreRefused() throws IOException {
        assertThat(complaint(RawGguf.claiming(1L << 40, 0)))
                .endsWith("at byte 8, number of tensors: expected at most 65536 tensors, found 1099511627776");
    }

    @Test
    void moreKeysThanTheFileCanHoldAreRefused() throws IOException {
        assertThat(complaint(RawGguf.claiming(0, 1000)))
                .endsWith("number of keys: expected 1000 keys in the file, found only 0 more bytes");
    }

    @Test
    void aNegativeNumberOfKeysIsRefused() throws IOException {
        assertThat(complaint(RawGguf.claiming(0, -1))).endsWith("found 18446744073709551615");
    }

    @Test
    void aKeyLongerThanTheFileIsRefused() throws IOException {
        assertThat(complaint(RawGguf.claiming(0, 1).int64(900).int64(0)))
                .endsWith("at byte 24, key 0: expected 900 bytes of text in the file, found only 8 more bytes");
    }

    @Test
    void anArrayLongerThanTheFileIsRefused() throws IOException {
        RawGguf file = key("a.b", ARRAY).int32(UINT32).int64(Long.MAX_VALUE / 2);
        assertThat(complaint(file)).contains("at byte 35, a.b: expected 4611686018427387903 elements in the file");
    }

    @Test
    void deeplyNestedArraysAreRefused() throws IOException {
        RawGguf file = key("a.b", ARRAY);
        for (int depth = 0; depth < 100; depth++) {
            file.int32(ARRAY).int64(1);
        }
        assertThat(complaint(file)).contains("a.b: expected arrays nested at most 4 deep");
    }

    /** A sparse file takes no room on a disk, and to skip so many texts would take days. */
    @Test
    void moreTextsThanAnyVocabularyHasAreRefused() throws IOException {
        Path file = key("a.b", ARRAY).int32(STRING).int64(1L << 30).writeTo(folder.resolve("a.gguf"));
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(1L << 34);
        }
        assertThat(complaint(file))
                .endsWith("a.b: expected at most 16777216 texts and arrays in arrays, found 1073741824 more");
    }

    @Test
    void arraysOfEmptyArraysCountToo() throws IOException {
        Path file = key("a.b", ARRAY).int32(ARRAY).int64(1L << 25).writeTo(folder.resolve("a.gguf"));
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(1L << 30);
        }
        assertThat(complaint(file)).contains("a.b: expected at most 16777216 texts and arrays in arrays");
    }

    /** To open it would be to wait for somebody who writes to it. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void aPipeIsRefused() throws Exception {
        Path pipe = folder.resolve("pipe.gguf");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        assertThat(complaint(pipe)).isEqualTo(pipe + " is not a regular file");
    }

    @Test
    void aDirectoryIsRefused() {
        assertThat(complaint(folder)).isEqualTo(folder + " is not a regular file");
    }

    @Test
    void anUnknownTypeOfValueIsRefused() throws IOException {
        assertThat(complaint(key("a.b", 13).int64(0))).endsWith("a.b: expected a type of value from 0 to 12, found 13");
    }

    @Test
    void aKeyThatComesTwiceIsRefused() throws IOException {
        RawGguf file = RawGguf.claiming(0, 2);
        file.string("a.b").int32(UINT32).int32(1).string("a.b").int32(UINT32).int32(2);
        assertThat(complaint(file)).endsWith("a.b: expected each key once, found a second value");
    }

    @ParameterizedTest
    @CsvSource({"0", "24", "-1"})
    void anAlignmentMustBeAPowerOfTwo(int alignment) throws IOException {
        Path file = new GgufWriter().uint32("general.alignment", alignment).writeTo(folder.resolve("a.gguf"));
        assertThat(complaint(file)).contains("at byte 49, general.alignment: expected a ");
    }

    @Test
    void theOffsetOfATensorMustBeAligned() throws IOException {
        assertThat(complaint(tensor(F32, 33, 64))).endsWith("offset of t: expected a multiple of 32, found 33");
    }

    @Test
    void anUnknownOrRemovedTypeOfTensorIsRefused() throws IOException {
        assertThat(complaint(tensor(4, 0, 64)))
                .contains("type of t: expected a type of tensor")
                .endsWith("found 4");
    }

    @Test
    void aRowMustFillItsBlocks() throws IOException {
        assertThat(complaint(tensor(Q8_0, 0, 33))).endsWith("expected a shape that q8_0 can have, found [33]");
    }

    @Test
    void aShapeOfMoreBytesThanCanBeCountedIsRefused() throws IOException {
        assertThat(complaint(tensor(F32, 0, 1L << 32, 1L << 32))).contains("expected a shape that f32 can have");
    }

    @Test
    void aNegativeDimensionIsRefused() throws IOException {
        assertThat(complaint(tensor(F32, 0, -32))).endsWith("expected no negative dimension, found -32");
    }

    @Test
    void aFifthDimensionIsRefused() throws IOException {
        assertThat(complaint(tensor(F32, 0, 1, 1, 1, 1, 1))).endsWith("dimensions of t: expected 0 to 4, found 5");
    }

    @Test
    void aNameCannotSteerTheTerminal() throws IOException {
        assertThat(complaint(key("\033[2J", 13).int64(0)))
                .contains("?[2J: expected")
                .doesNotContain("\033");
    }

    @Test
    void aValueOfAnotherTypeIsNamed() throws IOException {
        Path file = key("a.b", STRING).string("seven").writeTo(folder.resolve("a.gguf"));
        assertThatExceptionOfType(GgufException.class)
                .isThrownBy(() -> GgufFile.read(file).metadata().number("a.b"))
                .withMessage(file + " at byte 35, a.b: expected a whole number, found \"seven\"");
    }

    @Test
    void aListShorterThanTheModelIsNamed() throws IOException {
        Path file = key("a.b", ARRAY).int32(UINT8).int64(1).int32(7).writeTo(folder.resolve("a.gguf"));
        assertThatExceptionOfType(GgufException.class)
                .isThrownBy(() -> GgufFile.read(file).metadata().numbers("a.b", 3))
                .withMessageEndingWith("a.b: expected a number for each of 3 layers, found 1 whole numbers");
    }

    private static RawGguf key(String name, int type) {
        return RawGguf.claiming(0, 1).string(name).int32(type);
    }

    private static RawGguf tensor(int type, long offset, long... shape) {
        RawGguf file = RawGguf.claiming(1, 0).string("t").int32(shape.length);
        for (long size : shape) {
            file.int64(size);
        }
        return file.int32(type).int64(offset);
    }

    private String complaint(RawGguf file) throws IOException {
        return complaint(file.writeTo(folder.resolve("a.gguf")));
    }

    private static String complaint(Path file) {
        return assertThatExceptionOfType(GgufException.class)
                .isThrownBy(() -> GgufFile.read(file))
                .actual()
                .getMessage();
    }
}
