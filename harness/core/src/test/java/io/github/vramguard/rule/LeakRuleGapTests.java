package io.github.vramguard.rule;

import static io.github.vramguard.memory.TraceFixture.GAP;
import static io.github.vramguard.memory.TraceFixture.flat;
import static io.github.vramguard.memory.TraceFixture.growing;
import static io.github.vramguard.memory.TraceFixture.trace;
import static io.github.vramguard.rule.LeakRuleTests.cyclesUntilCertain;
import static io.github.vramguard.rule.LeakRuleTests.only;
import static io.github.vramguard.rule.LeakRuleTests.outcomes;
import static io.github.vramguard.rule.LeakRuleTests.reasons;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.Trace;
import io.github.vramguard.verdict.InconclusiveReason;
import io.github.vramguard.verdict.InconclusiveReason.Cause;
import io.github.vramguard.verdict.PoolOutcome;
import io.github.vramguard.verdict.PoolVerdict;
import io.github.vramguard.verdict.Preset;
import io.github.vramguard.verdict.Verdict.Failed;
import io.github.vramguard.verdict.Verdict.Inconclusive;
import io.github.vramguard.verdict.Verdict.Passed;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LeakRuleGapTests {

    private static final long MIB = 1024 * 1024;

    private final LeakRule rule = LeakRule.standard();

    @Test
    void aPoolThatWasNeverReadIsNoPartOfTheVerdict() {
        Trace trace = trace().with(Pool.HEAP, flat(MIB, 8))
                .with(Pool.gpu(0), flat(GAP, 8))
                .build();

        assertThat(rule.judge(trace)).isInstanceOf(Passed.class);
        assertThat(outcomes(rule.judge(trace))).containsExactly(PoolOutcome.UNREAD, PoolOutcome.PASSED);
    }

    @Test
    void whereNothingCouldBeJudgedNothingIsKept() {
        Trace unseen = trace().with(Pool.gpu(0), flat(GAP, 8)).build();
        Trace shown = trace().with(Pool.MAPPED, flat(MIB, 8)).build();

        assertThat(reasons(rule.judge(unseen)))
                .containsExactly(new InconclusiveReason(Cause.UNREADABLE, Pool.gpu(0), "no gpu0 here"));
        assertThat(reasons(rule.judge(shown)))
                .extracting(InconclusiveReason::detail)
                .containsExactly("reported, not enforced: the number includes other memory");
    }

    @Test
    void aLeakIsProvenInSpiteOfAGap() {
        PoolVerdict verdict = only(rule.judge(
                trace().with(Pool.gpu(0), withGaps(growing(0, 30 * MIB, 10), 5)).build()));

        assertThat(verdict.outcome()).isEqualTo(PoolOutcome.FAILED);
        assertThat(verdict.series().rate()).isEqualTo(30 * MIB);
    }

    @Test
    void aGapDoesNotLiftGrowthAboveItsTolerance() {
        Trace trace =
                trace().with(Pool.gpu(0), withGaps(growing(0, 30 * MIB, 10), 5)).build();

        assertThat(rule.judge(trace)).isInstanceOf(Failed.class);
        assertThat(LeakRule.with(Preset.STANDARD, Map.of(Pool.gpu(0), 30 * MIB)).judge(trace))
                .isInstanceOf(Inconclusive.class);
    }

    @ParameterizedTest
    @CsvSource({
        "0, not read before the first cycle: no heap here",
        "5, not read after cycle 5: no heap here",
        "9, not read after cycle 9: no heap here",
    })
    void oneGapIsEnoughToLeaveOpenThatNothingIsLost(int cycle, String detail) {
        Trace trace = trace().with(Pool.HEAP, withGaps(flat(MIB, 9), cycle)).build();

        assertThat(reasons(rule.judge(trace)))
                .containsExactly(new InconclusiveReason(Cause.UNREADABLE, Pool.HEAP, detail));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 7, 8})
    void aPoolThatAppearsOrVanishesMidwayIsNeverSilentlyKept(int cycle) {
        long[] appears = withGaps(flat(MIB, 8), IntStream.range(0, cycle).toArray());
        long[] vanishes = withGaps(flat(MIB, 8), IntStream.rangeClosed(cycle, 8).toArray());

        for (long[] levels : List.of(appears, vanishes)) {
            Trace trace = trace().with(Pool.NATIVE, flat(MIB, 8))
                    .with(Pool.gpu(0), levels)
                    .build();
            assertThat(reasons(rule.judge(trace)))
                    .extracting(InconclusiveReason::cause, InconclusiveReason::pool)
                    .containsExactly(tuple(Cause.UNREADABLE, Pool.gpu(0)));
        }
    }

    @Test
    void noCycleIsAskedForToFillAGap() {
        assertThat(cyclesUntilCertain(Pool.HEAP, withGaps(flat(MIB, 20), 5))).isEqualTo(8);
        assertThat(cyclesUntilCertain(Pool.HEAP, flat(GAP, 20))).isEqualTo(1);
    }

    private static long[] withGaps(long[] levels, int... cycles) {
        long[] copy = levels.clone();
        Arrays.stream(cycles).forEach(cycle -> copy[cycle] = GAP);
        return copy;
    }

    @Test
    void theFirstOfSeveralGapsIsNamed() {
        Trace trace = trace().with(Pool.HEAP, withGaps(flat(MIB, 9), 5, 6, 8)).build();

        assertThat(reasons(rule.judge(trace)))
                .extracting(InconclusiveReason::detail)
                .containsExactly("not read after cycle 5, nor 2 times later: no heap here");
    }
}
