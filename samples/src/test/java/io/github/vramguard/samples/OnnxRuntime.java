package io.github.vramguard.samples;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.file.Path;
import java.util.Map;

/** The real ONNX Runtime, on the CPU, with one thread. */
public final class OnnxRuntime {

    private OnnxRuntime() {}

    /**
     * Load a model.
     *
     * @param onnx the model file
     * @return the session, to be closed by the caller
     * @throws OrtException if the file is no model
     */
    public static OrtSession load(Path onnx) throws OrtException {
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            return OrtEnvironment.getEnvironment().createSession(onnx.toString(), options);
        }
    }

    /**
     * Run a {@link TinyOnnx} once and close everything that the run has made.
     *
     * @param session the loaded model
     * @param input as many numbers as the model is wide
     * @return as many numbers
     * @throws OrtException if the model cannot run
     */
    public static float[] run(OrtSession session, float... input) throws OrtException {
        float[][] row = {input};
        try (OnnxTensor x = OnnxTensor.createTensor(OrtEnvironment.getEnvironment(), row);
                OrtSession.Result result = session.run(Map.of(TinyOnnx.INPUT, x))) {
            return ((float[][]) result.get(0).getValue())[0];
        }
    }
}
