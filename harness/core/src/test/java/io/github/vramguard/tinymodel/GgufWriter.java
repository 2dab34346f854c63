package io.github.vramguard.tinymodel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleSupplier;

/** A model file in the format of llama.cpp, GGUF version 3: metadata, tensor directory, aligned tensor data. */
public final class GgufWriter {

    private static final int MAGIC = 0x46554747; // "GGUF"
    private static final int VERSION = 3;
    private static final int ALIGNMENT = 32;
    private static final int FLOAT32_TENSOR = 0;

    private static final int UINT32 = 4;
    private static final int INT32 = 5;
    private static final int FLOAT32 = 6;
    private static final int BOOL = 7;
    private static final int STRING = 8;
    private static final int ARRAY = 9;

    private final List<Part> metadata = new ArrayList<>();
    private final List<Tensor> tensors = new ArrayList<>();

    public GgufWriter text(String key, String value) {
        return entry(key, STRING, out -> out.text(value));
    }

    public GgufWriter uint32(String key, int value) {
        return entry(key, UINT32, out -> out.int32(value));
    }

    public GgufWriter float32(String key, float value) {
        return entry(key, FLOAT32, out -> out.float32(value));
    }

    public GgufWriter bool(String key, boolean value) {
        return entry(key, BOOL, out -> out.int8(value ? 1 : 0));
    }

    public GgufWriter texts(String key, List<String> values) {
        return array(key, STRING, values, LittleEndianOutput::text);
    }

    public GgufWriter int32s(String key, List<Integer> values) {
        return array(key, INT32, values, LittleEndianOutput::int32);
    }

    public GgufWriter float32s(String key, List<Float> values) {
        return array(key, FLOAT32, values, LittleEndianOutput::float32);
    }

    /** Its elements are drawn while the file is written, the first dimension varying fastest. */
    public GgufWriter tensor(String name, DoubleSupplier elements, int... shape) {
        tensors.add(new Tensor(name, elements, shape));
        return this;
    }

    public Path writeTo(Path file) throws IOException {
        try (LittleEndianOutput out = new LittleEndianOutput(Files.newOutputStream(file))) {
            writeHeader(out);
            writeDirectory(out);
            for (Tensor tensor : tensors) {
                out.padTo(ALIGNMENT);
                tensor.writeData(out);
            }
            out.padTo(ALIGNMENT);
        }
        return file;
    }

    private void writeHeader(LittleEndianOutput out) throws IOException {
        out.int32(MAGIC);
        out.int32(VERSION);
        out.int64(tensors.size());
        out.int64(metadata.size());
        for (Part part : metadata) {
            part.writeTo(out);
        }
    }

    private void writeDirectory(LittleEndianOutput out) throws IOException {
        long offset = 0;
        for (Tensor tensor : tensors) {
            tensor.writeEntry(out, offset);
            offset += (tensor.bytes() + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
        }
    }

    private GgufWriter entry(String key, int type, Part value) {
        metadata.add(out -> {
            out.text(key);
            out.int32(type);
            value.writeTo(out);
        });
        return this;
    }

    private <T> GgufWriter array(String key, int type, List<T> values, Element<T> element) {
        return entry(key, ARRAY, out -> {
            out.int32(type);
            out.int64(values.size());
            for (T value : values) {
                element.write(out, value);
            }
        });
    }

    private interface Part {
        void writeTo(LittleEndianOutput out) throws IOException;
    }

    private interface Element<T> {
        void write(LittleEndianOutput out, T value) throws IOException;
    }

    private record Tensor(String name, DoubleSupplier elements, int... shape) {

        long bytes() {
            return Float.BYTES * Arrays.stream(shape).asLongStream().reduce(1, Math::multiplyExact);
        }

        void writeEntry(LittleEndianOutput out, long offset) throws IOException {
            out.text(name);
            out.int32(shape.length);
            for (int size : shape) {
                out.int64(size);
            }
            out.int32(FLOAT32_TENSOR);
            out.int64(offset);
        }

        void writeData(LittleEndianOutput out) throws IOException {
            for (long left = bytes(); left > 0; left -= Float.BYTES) {
                out.float32((float) elements.getAsDouble());
            }
        }
    }
}
