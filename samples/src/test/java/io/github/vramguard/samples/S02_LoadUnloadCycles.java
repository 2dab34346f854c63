package io.github.vramguard.samples;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.github.vramguard.junit.LeakTest;
import io.github.vramguard.junit.NoLeak;
import io.github.vramguard.measure.Cycles;
import org.junit.jupiter.api.Test;

/**
 * The same test in cycles, until the verdict is certain. The allocator of ONNX Runtime makes resident memory jump by 16 MiB
 * from cycle to cycle; that is not a leak, and is not reported as one.
 */
class S02_LoadUnloadCycles {

    @LeakTest
    void loadsAndUnloads() throws OrtException {
        try (OrtSession session = OnnxRuntime.load(Models.ONNX)) {
            OnnxRuntime.run(session, new float[2048]);
        }
    }

    @Test
    @NoLeak
    void loadsAndUnloadsInALoopOfItsOwn(Cycles cycles) throws OrtException {
        cycles.run(cycle -> {
            try (OrtSession session = OnnxRuntime.load(Models.ONNX)) {
                cycle.mark("loaded");
                OnnxRuntime.run(session, new float[2048]);
            }
        });
    }
}
