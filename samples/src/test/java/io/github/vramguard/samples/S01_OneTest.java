package io.github.vramguard.samples;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.github.vramguard.junit.NoLeak;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * One annotation on an ordinary test: it must release all memory that it takes.
 *
 * <p>One run cannot distinguish a leak from a cost of first use: libraries that are mapped, threads and arenas that are created.
 * That is why the model is used once before the test. Without that, the test would still pass, with a warning.
 */
class S01_OneTest {

    @BeforeAll
    static void useItOnce() throws OrtException {
        try (OrtSession session = OnnxRuntime.load(Models.ONNX)) {
            OnnxRuntime.run(session, new float[2048]);
        }
    }

    @Test
    @NoLeak
    void answersAndLetsGo() throws OrtException {
        try (OrtSession session = OnnxRuntime.load(Models.ONNX)) {
            OnnxRuntime.run(session, new float[2048]);
        }
    }
}
