package io.github.vramguard.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.github.vramguard.memory.CommandLine;
import io.github.vramguard.memory.Mark;
import io.github.vramguard.memory.MemoryTarget;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.Program;
import io.github.vramguard.memory.Reading;
import io.github.vramguard.memory.ServerTraits;
import io.github.vramguard.memory.TokenCache;
import io.github.vramguard.memory.Trace;
import io.github.vramguard.memory.Turn;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
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
    void throwTheCheckedExceptionOfARoundTripAsItIs() {
        IOException failure = new IOException("its own failure");
        Cycles cycles = new Cycles(meter, 3, measured -> true);

        assertThatThrownBy(() -> cycles.run(cycle -> {
                    throw failure;
                }))
                .isSameAs(failure);
        assertThat(cycles.traces()).isEmpty();
    }

    /** Kotlin could not infer one. */
    @Test
    void haveNoTypeParameter() throws NoSuchMethodException {
        assertThat(Cycles.RoundTrip.class.getTypeParameters()).isEmpty();
        assertThat(Cycles.class.getMethod("run", Cycles.RoundTrip.class).getTypeParameters())
                .isEmpty();
    }

    @Test
    void endAtTheLargestNumber() {
        assertThat(new Cycles(meter, 3, measured -> true).run(cycle -> {}).cycles())
                .isEqualTo(3);
    }

    @Test
    void giveEachRoundTripItsNumberAndItsMarks() {
        Trace trace = new Cycles(meter, 2, measured -> true).run(cycle -> cycle.mark("loaded " + cycle.number()));

        assertThat(trace.marks())
                .containsExactly(
                        new Mark("loaded 1", 1, OptionalLong.empty()), new Mark("loaded 2", 3, OptionalLong.empty()));
        assertThat(trace.snapshots().get(1).settled()).isEmpty();
    }

    @Test
    void giveTheTokensOfAMarkTheirCycle() {
        Trace trace = new Cycles(meter, 2, measured -> true).run(cycle -> {
            cycle.mark("loaded", 0);
            cycle.mark("turn", 40L * cycle.number());
        });

        assertThat(trace.turns())
                .extracting(Turn::cycle, Turn::tokens)
                .containsExactly(tuple(1, 0L), tuple(1, 40L), tuple(2, 0L), tuple(2, 80L));
    }

    @Test
    void refuseANegativeNumberOfTokens() {
        Cycles cycles = new Cycles(meter, 1, measured -> true);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> cycles.run(cycle -> cycle.mark("turn", -1)))
                .withMessage("the context cannot hold -1 tokens");
    }

    @Test
    void askForWhatATokenTakesUntilItIsKnownAndOnceOfTheSameServers() {
        TokenCache cache = new TokenCache(128, OptionalLong.empty());
        List<List<Program>> asked = new ArrayList<>();
        Program other = server(2);
        Meter knowing = meter.expecting(programs -> {
            asked.add(programs);
            return programs.contains(other) ? Optional.of(cache) : Optional.empty();
        });

        Trace trace = new Cycles(knowing, 3, measured -> true).run(cycle -> {
            source.running(cycle.number() < 3 ? server(1) : other);
            cycle.mark("turn", 1);
            cycle.mark("turn", 2);
        });

        assertThat(trace.cache()).contains(cache);
        assertThat(asked).containsExactly(List.of(server(1)), List.of(other));
    }

    private static Program server(long pid) {
        return new Program(
                new MemoryTarget.OneProcess(pid, 1, "llama-server"),
                new CommandLine(List.of("llama-server"), Map.of()),
                ServerTraits.NONE);
    }

    @Test
    void believeARoundTripThatSaysWhatATokenTakes() {
        TokenCache cache = new TokenCache(256, OptionalLong.empty());
        Meter knowing = meter.expecting(programs -> Optional.of(new TokenCache(128, OptionalLong.empty())));

        Trace trace = new Cycles(knowing, 1, measured -> true).run(cycle -> {
            cycle.expect(cache);
            cycle.mark("turn", 1);
        });

        assertThat(trace.cache()).contains(cache);
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
