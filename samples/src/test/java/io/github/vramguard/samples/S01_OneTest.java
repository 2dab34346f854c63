package io.github.vramguard.samples;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.github.vramguard.junit.NoLeak;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * One annotation on an ordinary test: what it takes, it must give back.
 *
 * <p>One run cannot tell a leak from what a first use costs: libraries to map, threads and arenas to make. That is why the
 * model is used once before. Without it the test would still pass, with a warning that says so.
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
