package io.github.vramguard.samples;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TinyOnnxTests {

    @TempDir
    Path directory;

    @Test
    void theSameSeedWritesTheSameBytes() throws IOException {
        Path once = new TinyOnnx(8, 1).writeTo(directory.resolve("once.onnx"));
        Path again = new TinyOnnx(8, 1).writeTo(directory.resolve("again.onnx"));
        Path other = new TinyOnnx(8, 2).writeTo(directory.resolve("other.onnx"));

        assertThat(again).hasSameBinaryContentAs(once);
        assertThat(Files.mismatch(once, other)).isNotEqualTo(-1);
    }

    @Test
    void theUsualOneHoldsSixteenMebibytesOfWeights() throws IOException {
        Path onnx = TinyOnnx.ofSixteenMebibytes().writeTo(directory.resolve("usual.onnx"));

        assertThat(Files.size(onnx)).isBetween(16L << 20, (16L << 20) + 256);
    }

    @Test
    void onnxRuntimeMultipliesTheInputByTheWeights() throws IOException, OrtException {
        Path onnx = new TinyOnnx(3, 1).writeTo(directory.resolve("tiny.onnx"));

        try (OrtSession session = OnnxRuntime.load(onnx)) {
            assertThat(OnnxRuntime.run(session, 0, 1, 0)).containsExactly(secondRowOfWeights());
        }
    }

    private static float[] secondRowOfWeights() {
        Random random = new Random(1);
        random.ints(3).sum();
        return new float[] {random.nextFloat() - 0.5f, random.nextFloat() - 0.5f, random.nextFloat() - 0.5f};
    }
}
