package io.github.vramguard.rule;

import static io.github.vramguard.memory.TraceFixture.GAP;
import static io.github.vramguard.memory.TraceFixture.trace;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.vramguard.memory.Origin;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.Trace;
import io.github.vramguard.memory.Use;
import io.github.vramguard.verdict.InconclusiveReason;
import io.github.vramguard.verdict.InconclusiveReason.Cause;
import io.github.vramguard.verdict.PoolOutcome;
import io.github.vramguard.verdict.PoolVerdict;
import io.github.vramguard.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
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

    @ParameterizedTest
    @CsvSource({
        // pool, before, library in MiB, classes, most that passes, most that a first use explains
        "gpu0, 1048576, 0, 0, 2097152, 67108864",
        "gpu0, 1048576, 1, 0, 2097152, 1073741824",
        "gpu0, 0, 0, 0, 2097152, 1073741824",
        "heap, 1, 0, 0, 1048576, 1048576",
        "heap, 1, 400, 0, 1048576, 1048576",
        "heap, 1, 0, 512, 1048576, 13631488",
        "direct, 1, 0, 0, 65536, 33554432",
        "metaspace, 1, 0, 0, 2097152, 2097152",
        "metaspace, 1, 0, 1024, 2097152, 18874368",
        "native, 1, 0, 0, 2097152, 2097152",
        "native, 1, 0, 4000, 2097152, 2097152",
        "native, 1, 20, 0, 2097152, 23068672",
        "untouched, 1, 20, 0, 2097152, 23068672",
        "resident, 1, 0, 0, 16777216, 16777216",
        "resident, 1, 20, 0, 16777216, 88080384",
        "container, 1, 0, 0, 16777216, 67108864",
        "descendants, 1, 0, 0, 16777216, 67108864",
        "threads, 1, 0, 0, 0, 0",
        "threads, 1, 0, 99, 0, 0",
        "threads, 1, 1, 0, 0, 16",
        "files, 1, 0, 250, 0, 2",
    })
    void whereFirstUsesAreKnownOnlyTheyExplainAResidual(
            String name, long before, long library, long classes, long passes, long explained) {
        Pool pool = Pool.named(name);

        assertThat(outcome(pool, before, passes, library, classes)).isEqualTo(PoolOutcome.PASSED);
        assertThat(outcome(pool, before, explained, library, classes))
                .isEqualTo(explained > passes ? PoolOutcome.INCONCLUSIVE : PoolOutcome.PASSED);
        assertThat(outcome(pool, before, explained + 1, library, classes)).isEqualTo(PoolOutcome.FAILED);
    }

    /** Without native memory tracking, the number includes what the compilers of the JVM take for the classes. */
    @ParameterizedTest
    @CsvSource({"0, 6", "512, 14"})
    void theJvmsOwnMemoryMayBeInTheReading(long classes, long explained) {
        Trace most = trace().with(Pool.NATIVE, Origin.mixed("mallinfo2"), 0, explained * MIB)
                .having(used(0, 0), used(0, classes))
                .build();
        Trace more = trace().with(Pool.NATIVE, Origin.mixed("mallinfo2"), 0, explained * MIB + 1)
                .having(used(0, 0), used(0, classes))
                .build();

        assertThat(rule.judge(most)).isInstanceOf(Verdict.Inconclusive.class);
        assertThat(rule.judge(more)).isInstanceOf(Verdict.Failed.class);
    }

    /** One that works for longer than a level is waited for holds megabytes. */
    @ParameterizedTest
    @CsvSource({"0, 6", "1, 22", "2, 38"})
    void aCompilerAtWorkMayHoldMemoryThatIsInTheReading(int compilers, long explained) {
        Origin withTheJvm = Origin.mixed("mallinfo2");

        assertThat(compiling(withTheJvm, compilers, explained * MIB)).isInstanceOf(Verdict.Inconclusive.class);
        assertThat(compiling(withTheJvm, compilers, explained * MIB + 1)).isInstanceOf(Verdict.Failed.class);
    }

    @Test
    void aCompilerExplainsNothingWhereTheJvmsOwnMemoryIsSubtracted() {
        assertThat(compiling(Origin.exact("mallinfo2 less NMT"), 2, 3 * MIB)).isInstanceOf(Verdict.Failed.class);
    }

    @Test
    void aCompilerAtWorkIsNamed() {
        Verdict verdict = compiling(Origin.mixed("mallinfo2"), 1, 12 * MIB);

        assertThat(((Verdict.Inconclusive) verdict).reasons().get(0).detail())
                .isEqualTo("12 MiB remain, which a first use can explain: the JVM was still compiling in this run;"
                        + " use @LeakTest to find out");
    }

    @ParameterizedTest
    @CsvSource({
        // pool, residual in MiB, classes, message
        "native, 4, 0, which others than the test may hold: the reading includes memory of the JVM itself",
        "native, 7, 200, which a first use can explain: 200 classes were loaded in this run",
        "direct, 4, 0, which others than the test may hold: the JDK keeps a buffer for each thread that reads or writes a file",
        "gpu0, 4, 0, which others than the test may hold: a driver loads code late",
    })
    void noFirstUseIsGivenAsTheReasonWhereThereWasNone(String pool, long residual, long classes, String reason) {
        Origin origin = pool.equals("native") ? Origin.mixed("test") : Origin.exact("test");
        Trace trace = trace().with(Pool.named(pool), origin, MIB, (1 + residual) * MIB)
                .having(used(0, 0), used(0, classes))
                .build();

        assertThat(((Verdict.Inconclusive) rule.judge(trace)).reasons().get(0).detail())
                .isEqualTo(residual + " MiB remain, " + reason + "; use @LeakTest to find out");
    }

    private Verdict compiling(Origin origin, int compilers, long residual) {
        List<Use> after = new ArrayList<>(used(0, 0));
        for (int i = 0; i < compilers; i++) {
            after.add(Use.compiler("C2 CompilerThre"));
        }
        return rule.judge(trace().with(Pool.NATIVE, origin, 0, residual)
                .having(used(0, 0), after)
                .build());
    }

    @Test
    void anArchiveThatStaysOpenIsNoForgottenFile() {
        List<Use> opened = new ArrayList<>(used(0, 0));
        opened.add(Use.file("netty-common.jar"));
        Trace trace =
                trace().with(Pool.FILES, 20, 21).having(used(0, 0), opened).build();

        assertThat(((Verdict.Inconclusive) rule.judge(trace)).reasons().get(0).detail())
                .isEqualTo("1 remain, which a first use can explain: netty-common.jar was opened in this run;"
                        + " use @LeakTest to find out");
    }

    @Test
    void theEvidenceIsNamed() {
        Trace trace = trace().with(Pool.NATIVE, MIB, 13 * MIB)
                .having(used(0, 0), used(27, 0))
                .build();

        assertThat(((Verdict.Inconclusive) rule.judge(trace)).reasons().get(0).detail())
                .isEqualTo(
                        "12 MiB remain, which a first use can explain: libonnxruntime.so (27 MiB) was loaded in this run;"
                                + " use @LeakTest to find out");
    }

    @Test
    void whatWasUsedByAProcessWithoutClassesIsNotKnownInFull() {
        List<Use> library = List.of(Use.library("libc.so.6", MIB));
        Trace trace =
                trace().with(Pool.NATIVE, 0, 16 * MIB).having(library, library).build();

        assertThat(rule.judge(trace)).isInstanceOf(Verdict.Inconclusive.class);
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

    private PoolOutcome outcome(Pool pool, long before, long residual, long library, long classes) {
        Trace trace = trace().with(pool, before, before + residual)
                .having(used(0, 0), used(library, classes))
                .build();
        return rule.judge(trace).pools().get(0).outcome();
    }

    private static List<Use> used(long library, long classes) {
        List<Use> uses = new ArrayList<>(List.of(Use.library("libjvm.so", 20 * MIB), Use.classes(2000 + classes)));
        if (library > 0) {
            uses.add(Use.library("libonnxruntime.so", library * MIB));
        }
        return uses;
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
