package io.github.vramguard.rule;

import static io.github.vramguard.memory.TraceFixture.GAP;
import static io.github.vramguard.memory.TraceFixture.trace;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.vramguard.memory.Origin;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.Trace;
import io.github.vramguard.verdict.InconclusiveReason;
import io.github.vramguard.verdict.InconclusiveReason.Cause;
import io.github.vramguard.verdict.PoolOutcome;
import io.github.vramguard.verdict.PoolVerdict;
import io.github.vramguard.verdict.Verdict;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OneRunRuleTests {

    private static final long MIB = 1024 * 1024;

    private final OneRunRule rule = OneRunRule.standard();

    @ParameterizedTest
    @CsvSource({
        // pool, most that is kept, most that a first use explains
        "gpu0, 2097152, 1073741824",
        "heap, 1048576, 8388608",
        "direct, 65536, 33554432",
        "metaspace, 2097152, 16777216",
        "native, 2097152, 16777216",
        "untouched, 2097152, 16777216",
        "resident, 16777216, 67108864",
        "threads, 0, 16",
        "files, 0, 16",
    })
    void aResidueIsKeptOrOpenOrBroken(String name, long kept, long firstUse) {
        Pool pool = Pool.named(name);

        assertThat(outcome(pool, kept)).isEqualTo(PoolOutcome.PASSED);
        assertThat(outcome(pool, kept + 1)).isEqualTo(PoolOutcome.INCONCLUSIVE);
        assertThat(outcome(pool, firstUse)).isEqualTo(PoolOutcome.INCONCLUSIVE);
        assertThat(outcome(pool, firstUse + 1)).isEqualTo(PoolOutcome.FAILED);
    }

    @Test
    void aChildProcessThatStaysIsNoFirstUse() {
        assertThat(outcome(Pool.CHILDREN, 0)).isEqualTo(PoolOutcome.PASSED);
        assertThat(outcome(Pool.CHILDREN, 1)).isEqualTo(PoolOutcome.FAILED);
    }

    @Test
    void lessThanBeforeIsKept() {
        assertThat(outcome(Pool.HEAP, -50 * MIB)).isEqualTo(PoolOutcome.PASSED);
    }

    @Test
    void whatAFirstUseExplainsIsADoubtThatSaysSo() {
        Verdict verdict = rule.judge(trace().with(Pool.NATIVE, MIB, 13 * MIB).build());

        assertThat(((Verdict.Inconclusive) verdict).reasons())
                .containsExactly(new InconclusiveReason(
                        Cause.FIRST_USE,
                        Pool.NATIVE,
                        "12 MiB remain, which a first use can explain; use @LeakTest to find out"));
    }

    @Test
    void severalRunsThatAreTooFewForASeriesAreJudgedAsOne() {
        Verdict verdict = rule.judge(
                trace().with(Pool.NATIVE, 0, 40 * MIB, 60 * MIB, 120 * MIB).build());

        PoolVerdict pool = verdict.pools().get(0);
        assertThat(verdict).isInstanceOf(Verdict.Failed.class);
        assertThat(pool.series().growth()).isEqualTo(120 * MIB);
        assertThat(pool.perCycle()).isEqualTo(40 * MIB);
    }

    @ParameterizedTest
    @CsvSource({"true, not read before the run: no heap here", "false, not read after the run: no heap here"})
    void aGapOnOneSideLeavesTheVerdictOpen(boolean before, String detail) {
        Trace trace = trace().with(Pool.NATIVE, MIB, MIB)
                .with(Pool.HEAP, before ? GAP : MIB, before ? MIB : GAP)
                .build();

        assertThat(((Verdict.Inconclusive) rule.judge(trace)).reasons())
                .containsExactly(new InconclusiveReason(Cause.UNREADABLE, Pool.HEAP, detail));
    }

    @Test
    void aPoolThatWasNeverReadIsNoPartOfTheVerdict() {
        Trace trace =
                trace().with(Pool.NATIVE, MIB, MIB).with(Pool.gpu(0), GAP, GAP).build();

        assertThat(rule.judge(trace)).isInstanceOf(Verdict.Passed.class);
        assertThat(rule.judge(trace).pools()).extracting(PoolVerdict::outcome).contains(PoolOutcome.UNREAD);
    }

    @Test
    void whereNothingCouldBeJudgedNothingIsKept() {
        assertThat(rule.judge(trace().with(Pool.gpu(0), GAP, GAP).build())).isInstanceOf(Verdict.Inconclusive.class);
    }

    @Test
    void mappedFilesAreOnlyShownWhateverTheyDo() {
        Trace grown =
                trace().with(Pool.HEAP, 0, 0).with(Pool.MAPPED, 0, 900 * MIB).build();
        Trace unread = trace().with(Pool.HEAP, 0, 0).with(Pool.MAPPED, 0, GAP).build();
        Trace mixed = trace().with(Pool.HEAP, 0, 0)
                .with(Pool.RESIDENT, Origin.mixed("/proc"), 0, 900 * MIB)
                .build();

        for (Trace trace : new Trace[] {grown, unread, mixed}) {
            assertThat(rule.judge(trace)).isInstanceOf(Verdict.Passed.class);
            assertThat(rule.judge(trace).pools().get(1).outcome()).isEqualTo(PoolOutcome.REPORTED);
        }
    }

    @ParameterizedTest
    @CsvSource({"12, PASSED", "13, INCONCLUSIVE", "16, INCONCLUSIVE", "17, FAILED"})
    void aRaisedToleranceRaisesWhatIsKept(long residual, PoolOutcome outcome) {
        OneRunRule forgiving = OneRunRule.forgiving(Map.of(Pool.NATIVE, 12 * MIB));

        assertThat(outcome(forgiving, Pool.NATIVE, residual * MIB)).isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource({"40, PASSED", "41, FAILED"})
    void aToleranceAboveAFirstUseLeavesNoDoubt(long residual, PoolOutcome outcome) {
        OneRunRule forgiving = OneRunRule.forgiving(Map.of(Pool.NATIVE, 40 * MIB));

        assertThat(outcome(forgiving, Pool.NATIVE, residual * MIB)).isEqualTo(outcome);
    }

    @Test
    void aLowerToleranceThanTheMeasuredOneChangesNothing() {
        assertThat(outcome(OneRunRule.forgiving(Map.of(Pool.NATIVE, 1L)), Pool.NATIVE, 2 * MIB))
                .isEqualTo(PoolOutcome.PASSED);
    }

    @Test
    void aLevelWithoutARunIsRefused() {
        Trace trace = trace().with(Pool.HEAP, MIB).build();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> rule.judge(trace))
                .withMessageContaining("this trace has 1");
    }

    private PoolOutcome outcome(Pool pool, long residual) {
        return outcome(rule, pool, residual);
    }

    private static PoolOutcome outcome(OneRunRule rule, Pool pool, long residual) {
        return rule.judge(trace().with(pool, 100 * MIB, 100 * MIB + residual).build())
                .pools()
                .get(0)
                .outcome();
    }
}
