package io.github.vramguard.tinymodel;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** The scalar types of GGUF, least significant byte first, on a stream that knows its position. */
final class LittleEndianOutput implements AutoCloseable {

    private final ByteBuffer scalar = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    private final OutputStream out;
    private long position;

    LittleEndianOutput(OutputStream out) {
        this.out = new BufferedOutputStream(out, 1 << 16);
    }

    void int8(int value) throws IOException {
        write(new byte[] {(byte) value});
    }

    void int32(int value) throws IOException {
        flush(scalar.clear().putInt(value));
    }

    void int64(long value) throws IOException {
        flush(scalar.clear().putLong(value));
    }

    void float32(float value) throws IOException {
        flush(scalar.clear().putFloat(value));
    }

    void text(String value) throws IOException {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        int64(utf8.length);
        write(utf8);
    }

    void padTo(int alignment) throws IOException {
        write(new byte[(int) (-position & (alignment - 1))]);
    }

    private void flush(ByteBuffer filled) throws IOException {
        out.write(filled.array(), 0, filled.position());
        position += filled.position();
    }

    private void write(byte[] bytes) throws IOException {
        out.write(bytes);
        position += bytes.length;
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
