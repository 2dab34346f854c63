package io.github.vramguard.samples;

import static io.github.vramguard.assertj.MemoryAssertions.assertThat;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.github.vramguard.junit.MemoryParameters;
import io.github.vramguard.measure.Cycles;
import io.github.vramguard.measure.Meter;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.Trace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Measuring and judging by hand, with AssertJ. */
@ExtendWith(MemoryParameters.class)
class S07_Assertions {

    @Test
    void judgesWhatTheCyclesMeasured(Cycles cycles) throws OrtException {
        Trace trace = cycles.run(cycle -> {
            try (OrtSession session = OnnxRuntime.load(Models.ONNX)) {
                OnnxRuntime.run(session, new float[2048]);
                cycle.mark("used");
            }
        });

        assertThat(trace).pool(Pool.NATIVE).peakIsAtMost("200 MiB").returnsToBaseline();
    }

    @Test
    void looksAtOneMoment(Meter meter) {
        assertThat(meter.now()).canRead(Pool.HEAP).holdsAtMost(Pool.CHILDREN, "0");
    }
}
