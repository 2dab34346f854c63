package io.github.vramguard.samples;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Random;

/**
 * A network of one layer with random weights: {@code y = x × w}, where {@code x} and {@code y} are {@code [1, width]}
 * and {@code w} is {@code [width, width]}, all of 32-bit floats.
 *
 * <p>The same width and seed give the same file, byte for byte.
 *
 * @param width the length of the input and of the output; the weights take {@code 4 × width²} bytes
 * @param seed the seed of the weights
 */
public record TinyOnnx(int width, long seed) {

    /** The name of the input. */
    public static final String INPUT = "x";

    private static final String OUTPUT = "y";
    private static final String WEIGHT = "w";
    private static final int IR_VERSION = 8;
    private static final int OPSET_VERSION = 13;
    private static final int FLOAT = 1;

    /**
     * One with weights of 16 MiB.
     *
     * @return the usual model
     */
    public static TinyOnnx ofSixteenMebibytes() {
        return new TinyOnnx(2048, 1);
    }

    /**
     * Write the model in the ONNX format.
     *
     * @param file where to write it; an existing file is replaced
     * @return the file
     * @throws IOException if the file cannot be written
     */
    public Path writeTo(Path file) throws IOException {
        try (WritableByteChannel channel = Files.newByteChannel(
                file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            model().writeTo(channel);
        }
        return file;
    }

    private ProtoWriter model() {
        return new ProtoWriter()
                .number(1, IR_VERSION)
                .message(7, graph())
                .message(8, new ProtoWriter().text(1, "").number(2, OPSET_VERSION));
    }

    private ProtoWriter graph() {
        return new ProtoWriter()
                .message(1, matMul())
                .text(2, "tiny-random")
                .message(5, weights())
                .message(11, vector(INPUT))
                .message(12, vector(OUTPUT));
    }

    private static ProtoWriter matMul() {
        return new ProtoWriter().text(1, INPUT).text(1, WEIGHT).text(2, OUTPUT).text(4, "MatMul");
    }

    private ProtoWriter weights() {
        return new ProtoWriter()
                .number(1, width)
                .number(1, width)
                .number(2, FLOAT)
                .text(8, WEIGHT)
                .bytes(9, elements());
    }

    private ByteBuffer elements() {
        Random random = new Random(seed);
        ByteBuffer elements = ByteBuffer.allocate(Float.BYTES * width * width).order(ByteOrder.LITTLE_ENDIAN);
        while (elements.hasRemaining()) {
            elements.putFloat(random.nextFloat() - 0.5f);
        }
        return elements.flip();
    }

    private ProtoWriter vector(String name) {
        ProtoWriter shape = new ProtoWriter().message(1, size(1)).message(1, size(width));
        ProtoWriter tensor = new ProtoWriter().number(1, FLOAT).message(2, shape);
        return new ProtoWriter().text(1, name).message(2, new ProtoWriter().message(1, tensor));
    }

    private static ProtoWriter size(int value) {
        return new ProtoWriter().number(1, value);
    }
}
