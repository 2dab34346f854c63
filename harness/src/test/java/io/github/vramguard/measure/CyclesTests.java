package io.github.vramguard.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vramguard.memory.Mark;
import io.github.vramguard.memory.MemoryTarget;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.Reading;
import io.github.vramguard.memory.Trace;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class CyclesTests {

    private final ScriptedSource source = new ScriptedSource().reading(Pool.HEAP, 1L);
    private final Meter meter = Meter.of(new MemoryTarget.ThisJvm(1), source, Settling.DEFAULT);

    @Test
    void goOnAsLongAsAnotherOneWouldHelp() {
        Trace trace = new Cycles(meter, 20, measured -> measured.cycles() < 5).run(cycle -> {});

        assertThat(trace.cycles()).isEqualTo(5);
        assertThat(trace.series(Pool.HEAP)).hasSize(6).containsOnly(new Reading.Bytes(1));
    }

    @Test
    void endAtTheLargestNumber() {
        assertThat(new Cycles(meter, 3, measured -> true).run(cycle -> {}).cycles())
                .isEqualTo(3);
    }

    @Test
    void giveEachRoundTripItsNumberAndItsMarks() {
        Trace trace = new Cycles(meter, 2, measured -> true).run(cycle -> cycle.mark("loaded " + cycle.number()));

        assertThat(trace.marks()).containsExactly(new Mark("loaded 1", 1), new Mark("loaded 2", 3));
        assertThat(trace.snapshots().get(1).settled()).isEmpty();
    }

    @Test
    void passOnWhatARoundTripThrowsAndKeepNothingToJudge() {
        Cycles cycles = new Cycles(meter, 3, measured -> true);

        assertThatThrownBy(() -> cycles.run(cycle -> {
                    throw new IOException("no model");
                }))
                .isInstanceOf(IOException.class)
                .hasMessage("no model");
        assertThat(cycles.traces()).isEmpty();
    }
}
