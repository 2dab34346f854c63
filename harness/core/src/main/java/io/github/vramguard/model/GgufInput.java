package io.github.vramguard.model;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The scalars of a GGUF file, least significant byte first; what is skipped is never read. */
final class GgufInput implements Closeable {

    private final Path file;
    private final FileChannel channel;
    private final long size;
    private final ByteBuffer buffer =
            ByteBuffer.allocate(1 << 16).order(ByteOrder.LITTLE_ENDIAN).limit(0);
    private long bufferEnd;
    private long fieldStart;
    private String field = "magic";

    GgufInput(Path file) throws IOException {
        this.file = file;
        channel = FileChannel.open(regular(file));
        size = channel.size();
    }

    /** To open a pipe would be to wait for whoever writes to it. */
    private static Path regular(Path file) throws GgufException {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new GgufException(file, "is not a regular file");
        }
        return file;
    }

    /** Name what is read from here on, for complaints about it. */
    GgufInput field(String name) {
        field = name;
        fieldStart = position();
        return this;
    }

    long fieldStart() {
        return fieldStart;
    }

    private long position() {
        return bufferEnd - buffer.remaining();
    }

    private long left() {
        return size - position();
    }

    byte int8() throws IOException {
        return filled(Byte.BYTES).get();
    }

    short int16() throws IOException {
        return filled(Short.BYTES).getShort();
    }

    int int32() throws IOException {
        return filled(Integer.BYTES).getInt();
    }

    long int64() throws IOException {
        return filled(Long.BYTES).getLong();
    }

    /** A number of things that take at least {@code bytesEach} bytes of the rest of the file. */
    long count(String things, long bytesEach, long atMost) throws IOException {
        long count = int64();
        if (count < 0 || count > atMost) {
            throw wrong("at most " + atMost + " " + things, Long.toUnsignedString(count));
        }
        if (count > left() / bytesEach) {
            throw wrong(count + " " + things + " in the file", "only " + left() + " more bytes");
        }
        return count;
    }

    String text(int atMostBytes) throws IOException {
        return utf8((int) count("bytes of text", 1, atMostBytes));
    }

    String utf8(int length) throws IOException {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = int8();
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    void skip(long bytes) throws IOException {
        if (bytes > left()) {
            throw cutOff(bytes);
        }
        int buffered = (int) Math.min(bytes, buffer.remaining());
        buffer.position(buffer.position() + buffered);
        bufferEnd += bytes - buffered;
    }

    GgufException wrong(String expected, Object found) {
        return new GgufException(file, GgufException.at(fieldStart, field), expected, String.valueOf(found));
    }

    private GgufException cutOff(long bytes) {
        return wrong(bytes + " more bytes", "the end of the file after " + size + " bytes");
    }

    private ByteBuffer filled(int bytes) throws IOException {
        if (buffer.remaining() < bytes) {
            fill(bytes);
        }
        return buffer;
    }

    private void fill(int bytes) throws IOException {
        buffer.compact();
        for (int read = 0; read >= 0 && buffer.position() < bytes; bufferEnd += Math.max(0, read)) {
            read = channel.read(buffer, bufferEnd);
        }
        buffer.flip();
        if (buffer.remaining() < bytes) {
            throw cutOff(bytes);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
