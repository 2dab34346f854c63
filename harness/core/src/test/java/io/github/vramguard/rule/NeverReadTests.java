package io.github.vramguard.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vramguard.config.Settings;
import io.github.vramguard.gate.LeakGate;
import io.github.vramguard.memory.MemoryTarget;
import io.github.vramguard.memory.Origin;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.Reading;
import io.github.vramguard.memory.Reading.Bytes;
import io.github.vramguard.memory.Reading.Gap;
import io.github.vramguard.memory.Reading.Reason;
import io.github.vramguard.memory.Snapshot;
import io.github.vramguard.memory.Trace;
import io.github.vramguard.verdict.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntFunction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A clean pool beside one of which some or all readings are missing, over some cycles. */
class NeverReadTests {

    private static final Pool GPU = Pool.gpu(0);
    private static final Reading CLEAN = new Bytes(4 << 20);

    private static Verdict judged(int cycles, IntFunction<Map<Pool, Reading>> gpu) {
        Origin origin = Origin.exact("a driver");
        Trace trace = Trace.of(new MemoryTarget.ThisJvm(4711), Map.of(Pool.HEAP, origin, GPU, origin));
        for (int cycle = 0; cycle <= cycles; cycle++) {
            Map<Pool, Reading> readings = new HashMap<>(gpu.apply(cycle));
            readings.put(Pool.HEAP, CLEAN);
            trace = trace.with(Snapshot.settled(Instant.EPOCH, readings, Duration.ZERO));
        }
        return LeakGate.with(Settings.defaults()).judge(trace);
    }

    @ParameterizedTest
    @CsvSource({
        "1, UNSETTLED",
        "8, UNSETTLED",
        "1, TIMED_OUT",
        "8, TIMED_OUT",
        "8, GPU_LOST",
        "8, UNPARSABLE",
    })
    void moreGapsGiveNoBetterVerdict(int cycles, Reason reason) {
        Gap gap = new Gap(reason, "no answer");

        assertThat(judged(cycles, cycle -> Map.of(GPU, gap))).isInstanceOf(Verdict.Inconclusive.class);
        assertThat(judged(cycles, cycle -> Map.of(GPU, cycle == 0 ? CLEAN : gap)))
                .isInstanceOf(Verdict.Inconclusive.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 8})
    void aSourceThatDeclaresAPoolAndNeverAnswersIsNoPass(int cycles) {
        assertThat(judged(cycles, cycle -> Map.of()))
                .isInstanceOfSatisfying(Verdict.Inconclusive.class, open -> assertThat(open.reasons())
                        .singleElement()
                        .satisfies(reason ->
                                assertThat(reason.detail()).endsWith("a driver declares gpu0 and never answered")));
    }

    @ParameterizedTest
    @CsvSource({"1, NOT_PRESENT", "8, NOT_PRESENT", "8, LIBRARY_MISSING", "8, DISABLED"})
    void whatIsNotThereHasNoPartInTheVerdict(int cycles, Reason reason) {
        assertThat(judged(cycles, cycle -> Map.of(GPU, new Gap(reason, "no GPU"))))
                .isInstanceOf(Verdict.Passed.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 8})
    void whatIsReadPasses(int cycles) {
        assertThat(judged(cycles, cycle -> Map.of(GPU, CLEAN))).isInstanceOf(Verdict.Passed.class);
    }
}
