package io.github.vramguard.rule;

import static io.github.vramguard.memory.TraceFixture.flat;
import static io.github.vramguard.memory.TraceFixture.growing;
import static io.github.vramguard.memory.TraceFixture.trace;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.Trace;
import io.github.vramguard.memory.TraceFixture;
import io.github.vramguard.verdict.PoolVerdict;
import io.github.vramguard.verdict.Verdict;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class GrowingAlongTests {

    private static final long MIB = 1024 * 1024;

    /** A thread in each cycle, which is certain from cycle 8 on. */
    private static TraceFixture threads(int cycles) {
        return trace().with(Pool.THREADS, growing(14, 1, cycles));
    }

    @Test
    void memoryThatGrowsWithTheThreadsIsDecidedBeforeTheSeriesEnds() {
        assertThat(GrowingAlong.needMoreCycles(judged(threads(8).with(Pool.NATIVE, growing(29 * MIB, 27 * MIB, 8)))))
                .isTrue();
        assertThat(GrowingAlong.needMoreCycles(judged(threads(10).with(Pool.NATIVE, growing(29 * MIB, 27 * MIB, 10)))))
                .isFalse();
    }

    @Test
    void threadsAloneEndTheSeriesAtOnce() {
        Verdict verdict = judged(threads(8).with(Pool.NATIVE, flat(29 * MIB, 8)).with(Pool.HEAP, growing(MIB, 999, 8)));

        assertThat(verdict).isInstanceOf(Verdict.Failed.class);
        assertThat(GrowingAlong.in(verdict)).isEmpty();
        assertThat(GrowingAlong.needMoreCycles(verdict)).isFalse();
    }

    @Test
    void noMoreThanFifteenCyclesAreSpentOnIt() {
        assertThat(GrowingAlong.needMoreCycles(judged(threads(14).with(Pool.RESIDENT, wild(14)))))
                .isTrue();
        Verdict last = judged(threads(15).with(Pool.RESIDENT, wild(15)));
        assertThat(GrowingAlong.needMoreCycles(last)).isFalse();
        assertThat(GrowingAlong.in(last)).extracting(PoolVerdict::pool).containsExactly(Pool.RESIDENT);
    }

    private static long[] wild(int cycles) {
        return LongStream.rangeClosed(0, cycles)
                .map(cycle -> (60 + 20 * cycle + 70 * (cycle * 7919 % 3)) * MIB)
                .toArray();
    }

    @Test
    void bytesThatAreCertainNeedNoFurtherBytes() {
        Verdict verdict = judged(
                threads(8).with(Pool.DIRECT, growing(0, MIB, 8)).with(Pool.NATIVE, growing(29 * MIB, 27 * MIB, 8)));

        assertThat(GrowingAlong.needMoreCycles(verdict)).isFalse();
        assertThat(GrowingAlong.in(verdict)).extracting(PoolVerdict::pool).containsExactly(Pool.NATIVE);
    }

    @Test
    void aChildProcessThatRemainsIsNotRepeated() {
        Verdict verdict =
                judged(trace().with(Pool.CHILDREN, growing(0, 1, 8)).with(Pool.DESCENDANTS, growing(0, 400 * MIB, 8)));

        assertThat(GrowingAlong.needMoreCycles(verdict)).isFalse();
        assertThat(GrowingAlong.in(verdict)).extracting(PoolVerdict::pool).containsExactly(Pool.DESCENDANTS);
    }

    private static Verdict judged(TraceFixture fixture) {
        Trace trace = fixture.build();
        return LeakRule.standard().judge(trace);
    }
}
