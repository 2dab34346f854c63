package io.github.vramguard.samples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The model files of the course, written once for each JVM. */
final class Models {

    static final Path LLAMA = write("llama.gguf", TinyLlama.smallest()::writeTo);

    /** One whose cache takes 16 KiB for each token. */
    static final Path WIDE_LLAMA = write("wide-llama.gguf", new TinyLlama(16, 256, 64, 8, 8, 1)::writeTo);

    static final Path ONNX = write("matmul.onnx", TinyOnnx.ofSixteenMebibytes()::writeTo);

    private Models() {}

    private interface Writer {
        Path writeTo(Path file) throws IOException;
    }

    private static Path write(String name, Writer writer) {
        try {
            Path file = Files.createTempDirectory("vramguard-samples").resolve(name);
            // What is registered last is deleted first
            file.getParent().toFile().deleteOnExit();
            file.toFile().deleteOnExit();
            return writer.writeTo(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
