package io.github.vramguard.samples;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the values of a model file in the format of llama.cpp, GGUF, least significant byte first. */
final class GgufOutput implements AutoCloseable {

    private static final int ALIGNMENT = 32;
    private static final int UINT32 = 4;
    private static final int FLOAT32 = 6;
    private static final int BOOL = 7;
    private static final int STRING = 8;
    private static final int ARRAY = 9;

    /** The types of the elements of an array. */
    static final int TEXTS = STRING;

    static final int FLOATS = FLOAT32;
    static final int INTS = 5;

    private final DataOutputStream out;

    GgufOutput(Path file) throws IOException {
        out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)));
    }

    void int32(int value) throws IOException {
        out.writeInt(Integer.reverseBytes(value));
    }

    void int64(long value) throws IOException {
        out.writeLong(Long.reverseBytes(value));
    }

    void float32(float value) throws IOException {
        int32(Float.floatToIntBits(value));
    }

    void text(String value) throws IOException {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        int64(utf8.length);
        out.write(utf8);
    }

    void entry(String key, String value) throws IOException {
        key(key, STRING);
        text(value);
    }

    void entry(String key, int value) throws IOException {
        key(key, UINT32);
        int32(value);
    }

    void entry(String key, float value) throws IOException {
        key(key, FLOAT32);
        float32(value);
    }

    void entry(String key, boolean value) throws IOException {
        key(key, BOOL);
        out.writeBoolean(value);
    }

    /** The elements follow. */
    void array(String key, int type, int length) throws IOException {
        key(key, ARRAY);
        int32(type);
        int64(length);
    }

    private void key(String key, int type) throws IOException {
        text(key);
        int32(type);
    }

    static long aligned(long position) {
        return (position + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    }

    void align() throws IOException {
        out.write(new byte[(int) (aligned(out.size()) - out.size())]);
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
