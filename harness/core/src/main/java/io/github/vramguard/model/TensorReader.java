package io.github.vramguard.model;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads the table of tensors that follows the metadata of a GGUF file, and none of their data. */
final class TensorReader {

    private static final int MOST_NAME_BYTES = 256;

    /** {@code GGML_MAX_DIMS} in llama.cpp. */
    private static final int MOST_DIMENSIONS = 4;

    private final GgufInput in;
    private final int alignment;
    private final Set<String> names = new HashSet<>();

    TensorReader(GgufInput in, int alignment) {
        this.in = in;
        this.alignment = alignment;
    }

    List<Tensor> read(long count) throws IOException {
        List<Tensor> tensors = new ArrayList<>();
        for (long i = 0; i < count; i++) {
            String name = in.field("name of tensor " + i).text(MOST_NAME_BYTES);
            if (!names.add(name)) {
                throw in.wrong("each name once", name);
            }
            tensors.add(tensor(name));
        }
        return List.copyOf(tensors);
    }

    private Tensor tensor(String name) throws IOException {
        List<Long> shape = shape(name);
        TensorType type = type(name);
        Tensor tensor = tensor(name, type, shape);
        checkOffset(name);
        return tensor;
    }

    private List<Long> shape(String name) throws IOException {
        int dimensions = in.field("dimensions of " + name).int32();
        if (dimensions < 0 || dimensions > MOST_DIMENSIONS) {
            throw in.wrong("0 to " + MOST_DIMENSIONS, dimensions);
        }
        List<Long> shape = new ArrayList<>();
        for (int i = 0; i < dimensions; i++) {
            shape.add(dimension());
        }
        return shape;
    }

    private long dimension() throws IOException {
        long size = in.int64();
        if (size < 0) {
            throw in.wrong("no negative dimension", size);
        }
        return size;
    }

    private TensorType type(String name) throws IOException {
        int id = in.field("type of " + name).int32();
        return TensorType.withId(id).orElseThrow(() -> in.wrong("a type of tensor that llama.cpp v0.5.0 has", id));
    }

    private Tensor tensor(String name, TensorType type, List<Long> shape) throws IOException {
        try {
            return Tensor.of(name, type, shape);
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw in.wrong("a shape that " + type + " can have", shape);
        }
    }

    private void checkOffset(String name) throws IOException {
        long offset = in.field("offset of " + name).int64();
        if (offset < 0 || offset % alignment != 0) {
            throw in.wrong("a multiple of " + alignment, Long.toUnsignedString(offset));
        }
    }
}
