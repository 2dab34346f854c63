package io.github.vramguard.explain;

import static io.github.vramguard.memory.TraceFixture.growing;
import static io.github.vramguard.memory.TraceFixture.trace;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.TraceFixture;
import io.github.vramguard.rule.LeakRule;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class EndedGrowthTests {

    private static final long MIB = 1024 * 1024;

    @Test
    void theCycleOfTheLastOfManyRisesIsNamed() {
        assertThat(told(risingUntil(8, 14)))
                .containsExactly(
                        "native rose in 8 cycles, for the last time in cycle 8; check that each later cycle still"
                                + " loads: a cache that is full and a load that fails look the same");
    }

    @Test
    void whatAFirstUseTakesIsNoGrowthThatRecurs() {
        assertThat(told(risingUntil(1, 14))).isEmpty();
    }

    @Test
    void anAllocatorThatTakesPagesNowAndThenIsNotNamed() {
        assertThat(told(LongStream.of(0, 6, 6, 6, 12, 12, 12, 18, 18, 18, 18, 18, 18, 18, 18)
                        .map(level -> level * MIB)
                        .toArray()))
                .isEmpty();
    }

    @Test
    void aLeakHasNotEnded() {
        assertThat(told(growing(29 * MIB, 27 * MIB, 14))).isEmpty();
    }

    @Test
    void whatStaysWithinTheToleranceIsNotWorthAWord() {
        assertThat(told(LongStream.rangeClosed(0, 14)
                        .map(cycle -> Math.min(cycle, 8) * 64 * 1024)
                        .toArray()))
                .isEmpty();
    }

    private static long[] risingUntil(int last, int cycles) {
        return LongStream.rangeClosed(0, cycles)
                .map(cycle -> (29 + 27 * Math.min(cycle, last)) * MIB)
                .toArray();
    }

    private static List<String> told(long... levels) {
        TraceFixture trace = trace().with(Pool.NATIVE, levels);
        return EndedGrowth.of(LeakRule.standard().judge(trace.build()));
    }
}
