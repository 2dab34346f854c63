package io.github.vramguard.model;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Bytes as a hostile or broken writer of model files may put them. */
final class RawGguf {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    /** Magic and version 3, and how many tensors and keys are said to follow. */
    static RawGguf claiming(long tensors, long keys) {
        return new RawGguf().text("GGUF").int32(3).int64(tensors).int64(keys);
    }

    RawGguf int32(int value) {
        bytes.writeBytes(little(Integer.BYTES).putInt(value).array());
        return this;
    }

    RawGguf int64(long value) {
        bytes.writeBytes(little(Long.BYTES).putLong(value).array());
        return this;
    }

    /** A length and so many bytes. */
    RawGguf string(String value) {
        return int64(value.length()).text(value);
    }

    private RawGguf text(String value) {
        bytes.writeBytes(value.getBytes(StandardCharsets.US_ASCII));
        return this;
    }

    RawGguf raw(byte[] more) {
        bytes.writeBytes(more);
        return this;
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }

    Path writeTo(Path file) throws IOException {
        return Files.write(file, bytes());
    }

    private static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}
