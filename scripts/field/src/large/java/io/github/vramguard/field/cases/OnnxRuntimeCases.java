package io.github.vramguard.field.cases;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.github.vramguard.field.Needs;
import io.github.vramguard.samples.FieldModels;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** ONNX Runtime, on a model of 16 MiB. */
public final class OnnxRuntimeCases {

    private static final Path MODEL = FieldModels.onnx();
    private static final int WIDTH = 2048;
    private static int number;

    private static final class Shared {
        static final OrtSession SESSION = opened();

        private static OrtSession opened() {
            try {
                return open();
            } catch (OrtException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    public void ok_closed() throws OrtException {
        try (OrtSession session = open()) {
            run(session, 1);
        }
    }

    public void ok_defaultThreads() throws OrtException {
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions();
                OrtSession session = OrtEnvironment.getEnvironment().createSession(MODEL.toString(), options)) {
            run(session, 1);
        }
    }

    public void leak_sessionNotClosed() throws OrtException {
        run(Kept.forever(open()), 1);
    }

    @Needs(shared = true)
    public void ok_sharedSession() throws OrtException {
        run(Shared.SESSION, 1);
    }

    @Needs(shared = true)
    public void ok_sharedSessionTenTimes() throws OrtException {
        for (int i = 0; i < 10; i++) {
            run(Shared.SESSION, 1);
        }
    }

    @Needs(shared = true)
    public void leak_resultNotClosed() throws OrtException {
        try (OnnxTensor x = tensor(1)) {
            for (int i = 0; i < 40; i++) {
                Kept.forever(Shared.SESSION.run(Map.of("x", x)));
            }
        }
    }

    public void leak_tensorNotClosed() throws OrtException {
        for (int i = 0; i < 40; i++) {
            Kept.forever(tensor(1));
        }
    }

    public void leak_sessionPerPromptCached() throws OrtException {
        SESSIONS.computeIfAbsent("prompt " + number++, prompt -> {
            try {
                return open();
            } catch (OrtException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static final Map<String, OrtSession> SESSIONS = new HashMap<>();

    private static OrtSession open() throws OrtException {
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            return OrtEnvironment.getEnvironment().createSession(MODEL.toString(), options);
        }
    }

    private static void run(OrtSession session, int rows) throws OrtException {
        try (OnnxTensor x = tensor(rows);
                OrtSession.Result result = session.run(Map.of("x", x))) {
            result.get(0).getInfo();
        }
    }

    private static OnnxTensor tensor(int rows) throws OrtException {
        return OnnxTensor.createTensor(OrtEnvironment.getEnvironment(), new float[rows][WIDTH]);
    }
}
