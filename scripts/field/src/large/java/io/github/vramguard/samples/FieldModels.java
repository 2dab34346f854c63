package io.github.vramguard.samples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The model files of the samples, written once for each JVM. */
public final class FieldModels {

    private FieldModels() {}

    private interface Writer {
        Path writeTo(Path file) throws IOException;
    }

    /** Weights of 16 MiB. */
    public static Path onnx() {
        return written(".onnx", TinyOnnx.ofSixteenMebibytes()::writeTo);
    }

    /** A file of 458 KiB. */
    public static Path llama() {
        return written(".gguf", TinyLlama.smallest()::writeTo);
    }

    private static Path written(String suffix, Writer writer) {
        try {
            Path file = Files.createTempFile("field", suffix);
            file.toFile().deleteOnExit();
            return writer.writeTo(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
