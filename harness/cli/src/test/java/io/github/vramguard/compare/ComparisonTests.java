package io.github.vramguard.compare;

import static io.github.vramguard.run.Measured.GPU_MACHINE;
import static io.github.vramguard.run.Measured.gap;
import static io.github.vramguard.run.Measured.leakTest;
import static io.github.vramguard.run.Measured.peak;
import static io.github.vramguard.run.Measured.pool;
import static io.github.vramguard.run.Measured.run;
import static io.github.vramguard.run.Measured.shown;
import static io.github.vramguard.run.Measured.test;
import static io.github.vramguard.run.Result.FAILED;
import static io.github.vramguard.run.Result.INCONCLUSIVE;
import static io.github.vramguard.run.Result.NOT_JUDGED;
import static io.github.vramguard.run.Result.PASSED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.vramguard.memory.Origin;
import io.github.vramguard.memory.Origin.Quality;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.run.Measure;
import io.github.vramguard.run.MeasuredPool;
import io.github.vramguard.run.MeasuredTest;
import io.github.vramguard.run.Result;
import io.github.vramguard.run.Run;
import io.github.vramguard.run.RunFixture;
import io.github.vramguard.verdict.PoolOutcome;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComparisonTests {

    private static final long KIB = 1024;
    private static final long MIB = 1024 * KIB;
    private static final Origin NMT = Origin.exact("mallinfo2 less NMT");

    private static Comparison compare(Run base, Run head) {
        return compare(List.of(base), List.of(head));
    }

    private static Comparison compare(List<Run> base, List<Run> head) {
        return Comparison.of(new Runs(base), new Runs(head), false);
    }

    private static Change changeOf(MeasuredTest base, MeasuredTest head) {
        return compare(run(base), run(head)).differences().get(0).change();
    }

    /** Residues of the same test in some runs. */
    private static List<Run> runs(Pool pool, long... residuals) {
        return LongStream.of(residuals)
                .mapToObj(residual -> run(test("A#a()", PASSED, pool(pool, NMT, residual))))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "native, EXACT, 2048, SAME",
        "native, EXACT, 2049, WORSE",
        "native, MIXED, 9000, SAME",
        "native, MIXED, 16385, WORSE",
        "heap, EXACT, 1024, SAME",
        "heap, EXACT, 1025, WORSE",
        "resident, EXACT, 16384, SAME",
        "resident, EXACT, 16385, WORSE",
        "gpu0, EXACT, 2048, SAME",
        "gpu0, EXACT, 2049, WORSE"
    })
    void ofOneRunEachTheToleranceDecides(String name, Quality quality, long moreKib, Change change) {
        Pool pool = Pool.named(name);
        Origin source = new Origin("a source", "", quality, OptionalLong.empty());
        MeasuredTest before = test("A#a()", PASSED, pool(pool, source, 64 * KIB));
        MeasuredTest now = test("A#a()", PASSED, pool(pool, source, (64 + moreKib) * KIB));

        assertThat(changeOf(before, now)).isEqualTo(change);
        assertThat(changeOf(now, before)).isEqualTo(change == Change.WORSE ? Change.BETTER : Change.SAME);
    }

    @ParameterizedTest
    @CsvSource({"children, 1, WORSE", "threads, 2, SAME", "threads, 3, WORSE", "files, 2, SAME", "files, 3, WORSE"})
    void countsHaveATolerance(String pool, long more, Change change) {
        assertThat(changeOf(
                        test("A#a()", PASSED, pool(Pool.named(pool), 0)),
                        test("A#a()", PASSED, pool(Pool.named(pool), more))))
                .isEqualTo(change);
    }

    @ParameterizedTest
    @CsvSource({"32768, SAME", "32769, WORSE"})
    void ofCyclesTheGrowthInEachIsCompared(long growth, Change change) {
        assertThat(changeOf(
                        leakTest("A#a()", PASSED, pool(Pool.HEAP, 0)),
                        leakTest("A#a()", PASSED, pool(Pool.HEAP, growth))))
                .isEqualTo(change);
    }

    @Test
    void whatIsGivenBackOfOthersIsNoResidueBelowNothing() {
        assertThat(changeOf(
                        test("A#a()", PASSED, pool(Pool.HEAP, -20 * MIB)), test("A#a()", PASSED, pool(Pool.HEAP, MIB))))
                .isEqualTo(Change.SAME);
    }

    @ParameterizedTest
    @CsvSource({"102, 105, SAME", "102, 108, WORSE", "108, 102, BETTER"})
    void ofAPeakATwentiethIsForgiven(long before, long now, Change change) {
        assertThat(changeOf(
                        test("A#a()", PASSED, peak(Pool.gpu(0), before * MIB, 200 * MIB)),
                        test("A#a()", PASSED, peak(Pool.gpu(0), now * MIB, 200 * MIB))))
                .isEqualTo(change);
    }

    @Test
    void repeatedRunsTellAChangeFromAnOutlier() {
        List<Run> base = runs(Pool.NATIVE, 0, 9 * MIB, 0, KIB, 2 * KIB, 0);
        List<Run> clean = runs(Pool.NATIVE, KIB, 0, 0, 9 * MIB, 0, KIB);
        List<Run> leaky = runs(Pool.NATIVE, 8 * MIB, 8 * MIB, 8 * MIB, 17 * MIB, 8 * MIB, 8 * MIB);

        assertThat(compare(base, clean).isWorse()).isFalse();
        assertThat(compare(base, leaky).isWorse()).isTrue();
    }

    @Test
    void whatIsOnlyShownIsNotCompared() {
        Comparison comparison = compare(
                run(test("A#a()", PASSED, shown(Pool.MAPPED, 0))),
                run(test("A#a()", PASSED, shown(Pool.MAPPED, 100 * MIB))));

        assertThat(comparison.differences()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "PASSED, FAILED, WORSE",
        "INCONCLUSIVE, FAILED, WORSE",
        "NOT_JUDGED, FAILED, WORSE",
        "FAILED, PASSED, BETTER",
        "FAILED, INCONCLUSIVE, BETTER",
        "PASSED, NOT_JUDGED, UNREAD",
        "FAILED, UNFINISHED, UNREAD"
    })
    void aTestThatIsJudgedOtherwiseIsNamed(Result was, Result is, Change change) {
        Comparison comparison = compare(run(test("A#a()", was)), run(test("A#a()", is)));

        assertThat(comparison.tests())
                .extracting(TestDifference::test, TestDifference::change)
                .containsExactly(tuple("A#a() @NoLeak", change));
        assertThat(comparison.isWorse()).isEqualTo(change == Change.WORSE);
    }

    @ParameterizedTest
    @CsvSource({
        "PASSED, PASSED",
        "PASSED, INCONCLUSIVE",
        "INCONCLUSIVE, PASSED",
        "FAILED, FAILED",
        "NOT_JUDGED, NOT_JUDGED"
    })
    void aTestThatIsJudgedAsBeforeIsNot(Result was, Result is) {
        assertThat(compare(run(test("A#a()", was)), run(test("A#a()", is))).tests())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1, 5, false", "2, 5, false", "3, 5, true", "1, 2, true", "1, 1, true"})
    void ofRepeatedRunsTheHalfMakesATestBroken(int broken, int of, boolean worse) {
        Run[] head = new Run[of];
        Arrays.setAll(head, i -> run(test("A#a()", i < broken ? FAILED : PASSED)));

        assertThat(compare(List.of(run(test("A#a()", PASSED))), List.of(head)).isWorse())
                .isEqualTo(worse);
    }

    @Test
    void aTestWithoutAVerdictHasNoAmounts() {
        Comparison comparison = compare(
                run(test("A#a()", PASSED, pool(Pool.HEAP, 0))),
                run(test("A#a()", NOT_JUDGED, pool(Pool.HEAP, 100 * MIB))));

        assertThat(comparison.differences()).isEmpty();
        assertThat(comparison.isWorse()).isFalse();
    }

    @Test
    void newAndGoneTestsAreListedAndNoFailure() {
        Comparison comparison = compare(run(test("A#gone()", PASSED)), run(test("B#fresh()", INCONCLUSIVE)));

        assertThat(comparison.tests())
                .containsExactly(
                        new TestDifference("B#fresh() @NoLeak", Change.NEW, "inconclusive"),
                        new TestDifference("A#gone() @NoLeak", Change.GONE, ""));
        assertThat(comparison.isWorse()).isFalse();
    }

    @Test
    void aNewTestThatIsBrokenIsWorse() {
        assertThat(compare(run(), run(test("A#a()", FAILED))).tests())
                .containsExactly(
                        new TestDifference("A#a() @NoLeak", Change.WORSE, "new and failed: @NoLeak A#a(): FAILED"));
    }

    @ParameterizedTest
    @CsvSource({
        "A#a(), B#a(), renamed to B#a() @NoLeak?",
        "A#a(), A#b(), renamed to A#b() @NoLeak?",
        "A#a(), B#b(), ''",
        "A#a(), A, ''",
        "A, B, ''",
        "A, A#b(), ''",
        "A, B#b(), ''",
    })
    void aTestThatIsGoneMayHaveBeenRenamed(String gone, String fresh, String hint) {
        Comparison comparison = compare(run(test(gone, PASSED)), run(test(fresh, PASSED)));

        assertThat(comparison.tests().get(1)).isEqualTo(new TestDifference(gone + " @NoLeak", Change.GONE, hint));
    }

    @Test
    void oneOfTwoNewTestsIsNotTakenForTheOneThatIsGone() {
        Comparison comparison = compare(run(test("A#a()", PASSED)), run(test("A#b()", PASSED), test("A#c()", PASSED)));

        assertThat(comparison.tests()).contains(new TestDifference("A#a() @NoLeak", Change.GONE, ""));
    }

    @Test
    void aPoolThatIsNotReadAnyMoreIsNamedWithTheReason() {
        Comparison comparison = compare(
                run(test("A#a()", PASSED, pool(Pool.HEAP, 0), pool(Pool.gpu(0), 0))),
                run(test("A#a()", PASSED, pool(Pool.HEAP, 0), gap(Pool.gpu(0), "no driver"))));

        assertThat(comparison.differences())
                .extracting(difference -> difference.quantity().pool(), Difference::change, Difference::note)
                .containsExactly(tuple(Pool.gpu(0), Change.UNREAD, "no driver"), tuple(Pool.HEAP, Change.SAME, ""));
        assertThat(comparison.isWorse()).isFalse();
    }

    @Test
    void readingsOfTwoSourcesAreNotCompared() {
        Comparison comparison = compare(
                run(test("A#a()", PASSED, pool(Pool.NATIVE, NMT, 0))),
                run(test("A#a()", PASSED, pool(Pool.NATIVE, Origin.mixed("mallinfo2"), 100 * MIB))));

        assertThat(comparison.isWorse()).isFalse();
        assertThat(comparison.differences().get(0).note())
                .isEqualTo("it is read from mallinfo2 now, and was from mallinfo2 less NMT");
    }

    @Test
    void readingsOfAProcessAndOfAWholeDeviceAreNotCompared() {
        Comparison comparison = compare(
                run(leakTest("A#a()", PASSED, nvml(Quality.EXACT, 0L, MIB))),
                run(leakTest("A#a()", PASSED, nvml(Quality.MIXED, 100 * MIB, 200 * MIB))));

        String note = "it is read of the whole device now, and was of the target alone";
        assertThat(comparison.differences())
                .extracting(
                        Difference::change, difference -> difference.quantity().measure(), Difference::note)
                .containsExactly(
                        tuple(Change.UNREAD, Measure.GROWTH_PER_CYCLE, note),
                        tuple(Change.UNREAD, Measure.PEAK, note),
                        tuple(Change.NEW, Measure.GROWTH_PER_CYCLE, ""),
                        tuple(Change.NEW, Measure.PEAK, ""));
    }

    @Test
    void ofAPoolWhosePeakAloneIsReadThePeakIsNamed() {
        Comparison comparison = compare(
                run(leakTest("A#a()", PASSED, nvml(Quality.EXACT, 0L, MIB))),
                run(leakTest("A#a()", PASSED, nvml(Quality.EXACT, null, MIB))));

        assertThat(comparison.differences())
                .extracting(Difference::change, Difference::note)
                .containsExactly(tuple(Change.UNREAD, "its peak is measured instead"), tuple(Change.SAME, ""));
    }

    private static MeasuredPool nvml(Quality quality, @Nullable Long growth, long peak) {
        return new MeasuredPool(
                "gpu0",
                Pool.Unit.BYTES,
                "NVML",
                quality,
                PoolOutcome.PASSED,
                null,
                growth,
                growth,
                null,
                peak,
                null,
                null,
                null,
                List.of());
    }

    @Test
    void amountsOfOtherMachinesAreNotComparedUnlessOneInsists() {
        Run base = run(test("A#a()", PASSED, pool(Pool.HEAP, 0)));
        Run head = run(GPU_MACHINE, 1, test("A#a()", PASSED, pool(Pool.HEAP, 100 * MIB)));

        Comparison careful = compare(base, head);
        assertThat(careful.isWorse()).isFalse();
        assertThat(careful.compared()).isZero();
        assertThat(careful.warnings())
                .singleElement()
                .asString()
                .contains(GPU_MACHINE.name(), RunFixture.MACHINE.name(), "--across-machines");

        Comparison insisting = Comparison.of(new Runs(List.of(base)), new Runs(List.of(head)), true);
        assertThat(insisting.isWorse()).isTrue();
        assertThat(insisting.warnings()).hasSize(1);
    }

    @Test
    void aBaseThatDoesNotNameItsMachineIsSaidToBeSo() {
        Run base = Run.of(List.of(), List.of(test("A#a()", PASSED, pool(Pool.HEAP, 0))), List.of());
        Comparison comparison = compare(base, run(test("A#a()", PASSED, pool(Pool.HEAP, 0))));

        assertThat(comparison.warnings())
                .containsExactly("the base was not measured on \"" + RunFixture.MACHINE.name()
                        + "\", or does not say so: amounts measured there are not compared;"
                        + " --across-machines compares them anyway");
    }

    @Test
    void aRunOfWhichNothingCanBeReadIsNotCounted() {
        Run damaged = Run.of(List.of(), List.of(), List.of("run.json is no run"));
        Comparison comparison =
                compare(List.of(run(test("A#a()", PASSED)), damaged), List.of(run(test("A#a()", PASSED))));

        assertThat(comparison.base()).isEqualTo(1);
        assertThat(comparison.warnings()).containsExactly("run.json is no run");
    }

    @Test
    void whatIsBrokenNowCountsOnAnyMachine() {
        Run head = run(GPU_MACHINE, 1, test("A#a()", FAILED));

        assertThat(compare(run(test("A#a()", PASSED)), head).isWorse()).isTrue();
    }
}
