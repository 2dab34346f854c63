package io.github.vramguard.rule;

import static io.github.vramguard.memory.TraceFixture.trace;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.vramguard.config.Settings;
import io.github.vramguard.gate.LeakGate;
import io.github.vramguard.memory.Origin;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.Trace;
import io.github.vramguard.verdict.InconclusiveReason;
import io.github.vramguard.verdict.Verdict;
import org.junit.jupiter.api.Test;

class ExhaustionTests {

    private static final long GIB = 1L << 30;

    private static Trace ending(long capacity, long... levels) {
        return trace().with(Pool.gpu(0), Origin.exact("a ledger").endingAt(capacity), levels)
                .build();
    }

    @Test
    void isNearWhenTwoMoreCyclesLikeTheWorstCouldFillAPool() {
        assertThat(Exhaustion.of(ending(24 * GIB, 0, 8 * GIB, 16 * GIB))).hasValueSatisfying(doubt -> assertThat(doubt)
                .isEqualTo(new InconclusiveReason(
                        InconclusiveReason.Cause.EXHAUSTION,
                        Pool.gpu(0),
                        "stopped after cycle 2: 2 more cycles of up to 8 GiB could exhaust 24 GiB")));
    }

    @Test
    void isFarWhileTheyFit() {
        assertThat(Exhaustion.of(ending(24 * GIB, 0, 8 * GIB))).isEmpty();
        assertThat(Exhaustion.of(ending(24 * GIB, 23 * GIB, 23 * GIB))).isEmpty();
        assertThat(Exhaustion.of(ending(24 * GIB, 23 * GIB))).isEmpty();
    }

    @Test
    void isNotKnownWithoutAnEnd() {
        assertThat(Exhaustion.of(trace().with(Pool.gpu(0), 0, 1L << 60).build()))
                .isEmpty();
    }

    @Test
    void endsTheCyclesAndIsTheFirstReasonOfAnOpenVerdict() {
        LeakGate gate = LeakGate.with(Settings.defaults());
        Trace trace = ending(2 * GIB - 1, 0, GIB / 2, GIB);

        assertThat(gate.needsAnother(trace)).isFalse();
        assertThat(gate.judge(trace))
                .isInstanceOfSatisfying(Verdict.Inconclusive.class, open -> assertThat(open.reasons())
                        .extracting(InconclusiveReason::cause)
                        .containsExactly(InconclusiveReason.Cause.EXHAUSTION, InconclusiveReason.Cause.FIRST_USE));
    }

    @Test
    void leavesABrokenVerdictAlone() {
        assertThat(LeakGate.with(Settings.defaults()).judge(ending(24 * GIB, 0, 8 * GIB, 16 * GIB)))
                .isInstanceOf(Verdict.Failed.class);
    }
}
