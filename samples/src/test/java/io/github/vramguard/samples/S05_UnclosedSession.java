package io.github.vramguard.samples;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.github.vramguard.junit.LeakTest;

/** The wrong way again, with ONNX Runtime. This sample fails, which {@link ForgottenCloseTests} asserts. */
class S05_UnclosedSession {

    @LeakTest
    void loadsAndForgets() throws OrtException {
        OrtSession session = OnnxRuntime.load(Models.ONNX);
        OnnxRuntime.run(session, new float[2048]);
    }
}
