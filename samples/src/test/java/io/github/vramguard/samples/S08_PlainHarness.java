package io.github.vramguard.samples;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnxruntime.OrtSession;
import io.github.vramguard.LoadUnloadHarness;
import io.github.vramguard.Targets;
import io.github.vramguard.verdict.Verdict;
import org.junit.jupiter.api.Test;

/** The same without annotations, for a program or another test framework. */
class S08_PlainHarness {

    @Test
    void loadsUsesAndUnloads() throws Exception {
        Verdict verdict = LoadUnloadHarness.of(Targets.thisJvm())
                .cycles(20)
                .run(
                        () -> OnnxRuntime.load(Models.ONNX),
                        session -> OnnxRuntime.run(session, new float[2048]),
                        OrtSession::close);

        assertThat(verdict).isNotInstanceOf(Verdict.Failed.class);
    }
}
