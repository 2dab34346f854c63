package io.github.vramguard.samples;

import static io.github.vramguard.assertj.MemoryAssertions.assertThat;

import ai.onnxruntime.OrtSession;
import io.github.vramguard.HarnessResult;
import io.github.vramguard.LoadUnloadHarness;
import io.github.vramguard.Targets;
import org.junit.jupiter.api.Test;

/** The same cycles without annotations, for a program or another test framework. */
class S08_PlainHarness {

    @Test
    void loadsUsesAndUnloads() throws Exception {
        HarnessResult result = LoadUnloadHarness.of(Targets.thisJvm())
                .maxCycles(20)
                .run(
                        () -> OnnxRuntime.load(Models.ONNX),
                        session -> OnnxRuntime.run(session, new float[2048]),
                        OrtSession::close);

        assertThat(result).returnsToBaseline();
    }
}
