package io.github.vramguard.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.github.vramguard.measure.Cycle;
import io.github.vramguard.measure.Cycles;
import io.github.vramguard.run.MeasuredPool;
import io.github.vramguard.run.MeasuredTest;
import io.github.vramguard.run.Result;
import io.github.vramguard.run.Run;
import io.github.vramguard.run.RunDirectory;
import io.github.vramguard.verdict.PoolOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.function.ThrowingConsumer;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is on disk when tests are over. */
class RecordingTests {

    private static final long BLOCK = 4L << 20;
    private static final long MODEL = 4L << 30;

    @TempDir
    private Path reports;

    @BeforeEach
    void plugIn() {
        ScriptedGpu.holds(0);
    }

    @AfterEach
    void giveBack() {
        ScriptedGpu.unplug();
    }

    private Kit kit() {
        return Kit.scripted().with("vramguard.report.dir", reports.toString()).with("vramguard.report.formats", "json");
    }

    private Run recorded(Class<?> type) throws IOException {
        kit().run(type);
        return RunDirectory.readAll(List.of(reports.resolve("run.json")));
    }

    @Test
    void eachVerdictIsRecordedUnderItsTestAndItsCheck() throws IOException {
        Run run = recorded(TestCases.class);

        String type = TestCases.class.getName();
        assertThat(run.tests())
                .extracting(MeasuredTest::key, MeasuredTest::result)
                .containsExactlyInAnyOrder(
                        tuple(type + "#keeps() @NoLeak", Result.PASSED),
                        tuple(type + "#leaks() @NoLeak", Result.FAILED),
                        tuple(type + "#fails() @NoLeak", Result.NOT_JUDGED),
                        tuple(type + "#series() @NoLeak", Result.PASSED),
                        tuple(type + "#peaks() @VramBudget", Result.PASSED));
        assertThat(run.problems()).isEmpty();
        assertThat(run.jvmRuns()).singleElement().satisfies(jvm -> assertThat(jvm.endedAt())
                .isNotNull());
    }

    @Test
    void aRecordHasTheNameTheMessageTheReadingsAndTheCost() throws IOException {
        MeasuredTest leaks = recorded(TestCases.class).tests().stream()
                .filter(test -> test.key().contains("#leaks()"))
                .findFirst()
                .orElseThrow();

        assertThat(leaks.test().name()).isEqualTo("A model that is never unloaded");
        assertThat(leaks.headline())
                .isEqualTo("@NoLeak RecordingTests.TestCases.leaks(): memory of gpu0 ends 4 GiB above its baseline");
        assertThat(leaks.facts()).contains("  next       close the model");
        assertThat(leaks.measuringMillis()).isPositive().isLessThanOrEqualTo(leaks.millis());
        assertThat(leaks.pools())
                .filteredOn(pool -> pool.name().equals("gpu0"))
                .singleElement()
                .satisfies(gpu -> {
                    assertThat(gpu.residual()).isEqualTo(MODEL);
                    assertThat(gpu.outcome()).isEqualTo(PoolOutcome.FAILED);
                    assertThat(gpu.readings()).hasSize(2);
                });
    }

    @Test
    void aSeriesIsOneTestWithALevelForEachCycle() throws IOException {
        MeasuredTest series = recorded(TestCases.class).tests().stream()
                .filter(test -> test.key().contains("#series()"))
                .findFirst()
                .orElseThrow();

        assertThat(series.test().name()).isEqualTo("series()");
        assertThat(series.timeline().levels()).hasSize(9);
        assertThat(series.timeline().warmup()).isEqualTo(2);
    }

    @Test
    void aPeakIsRecordedWithItsBudget() throws IOException {
        kit().run(TestCases.class, "peaks");

        assertThat(RunDirectory.readAll(List.of(reports)).tests())
                .singleElement()
                .satisfies(test -> assertThat(test.pools())
                        .filteredOn(pool -> pool.name().equals("gpu0"))
                        .extracting(MeasuredPool::peak, MeasuredPool::budget)
                        .containsExactly(tuple(BLOCK, 6L << 30)));
    }

    @Test
    void aPeakIsRecordedWithTheCourseThatLedToIt() throws IOException {
        kit().run(TestCases.class, "peaks");

        MeasuredTest peaks = RunDirectory.readAll(List.of(reports)).tests().get(0);
        assertThat(peaks.timeline().levels()).isEmpty();
        assertThat(peaks.pools())
                .filteredOn(pool -> pool.name().equals("gpu0"))
                .singleElement()
                .satisfies(gpu -> assertThat(gpu.readings())
                        .hasSameSizeAs(peaks.timeline().at())
                        .startsWith(0L)
                        .endsWith(BLOCK));
    }

    @Test
    void theCyclesOfALeakTestHaveOneBudgetOfWhichTheHighestPeakIsRecorded() throws IOException {
        Run run = recorded(CyclesTestCases.each(cycle -> holdUntilItIsSeen(cycle == 3 ? 3 * BLOCK : BLOCK)));

        String id = CyclesTestCases.class.getName() + "#cycles()";
        assertThat(run.tests())
                .extracting(MeasuredTest::key)
                .containsExactlyInAnyOrder(id + " @LeakTest", id + " @VramBudget");
        assertThat(budget(run).pools()).extracting(MeasuredPool::peak).containsExactly(3 * BLOCK);
    }

    private static void holdUntilItIsSeen(long bytes) {
        ScriptedGpu.holds(bytes);
        int before = ScriptedGpu.reads();
        await().until(() -> ScriptedGpu.reads() > before + 1);
    }

    private static MeasuredTest budget(Run run) {
        return run.tests().stream()
                .filter(test -> test.key().endsWith("@VramBudget"))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({"1, NOT_JUDGED", "2, FAILED"})
    void aCycleThatFailsByItselfLeavesABudgetThatWasBrokenBefore(long models, Result recorded) throws IOException {
        Run run = recorded(CyclesTestCases.each(cycle -> {
            holdUntilItIsSeen(models * MODEL);
            if (cycle == 2) {
                throw new IllegalStateException("its own failure");
            }
        }));

        assertThat(budget(run).result()).isEqualTo(recorded);
    }

    @ParameterizedTest
    @CsvSource({"1, UNFINISHED, PASSED", "2, FAILED, FAILED"})
    void ofAJvmThatIsKilledABudgetThatWasBrokenBeforeIsOnDisk(long models, Result meanwhile, Result after)
            throws IOException {
        List<Run> onDisk = new ArrayList<>();
        Run run = recorded(CyclesTestCases.each(cycle -> {
            holdUntilItIsSeen(cycle == 1 ? models * MODEL : BLOCK);
            if (cycle == 2) {
                onDisk.add(RunDirectory.readAll(List.of(reports)));
            }
        }));

        assertThat(onDisk)
                .singleElement()
                .satisfies(killed -> assertThat(budget(killed).result()).isEqualTo(meanwhile));
        assertThat(budget(run).result()).isEqualTo(after);
        assertThat(budget(run).pools()).extracting(MeasuredPool::peak).containsExactly(models * MODEL);
    }

    @ParameterizedTest
    @CsvSource({"0, 1, PASSED, FAILED", "1, 0, FAILED, PASSED", "0, 0, PASSED, PASSED"})
    void eachLoopOfATestIsRecorded(long first, long second, Result ofFirst, Result ofSecond) throws IOException {
        kit().run(LoopsTestCases.leaking(first * BLOCK, second * BLOCK), "loops");

        assertThat(loops())
                .extracting(loop -> loop.test().check(), MeasuredTest::result)
                .containsExactly(tuple("Cycles", ofFirst), tuple("Cycles 2", ofSecond));
    }

    private List<MeasuredTest> loops() throws IOException {
        return RunDirectory.readAll(List.of(reports.resolve("run.json"))).tests();
    }

    @Test
    void eachLoopThatLeaksIsInTheOneFailureOfTheTest() throws IOException {
        Ran ran = kit().run(LoopsTestCases.leaking(BLOCK, 2 * BLOCK), "loops");

        assertThat(ran.onlyFailure())
                .startsWith("Cycles of RecordingTests.LoopsTestCases.loops(): memory of gpu0 grows 4 MiB every cycle");
        assertThat(ran.failures().get(0).getSuppressed()).singleElement().satisfies(second -> assertThat(second)
                .hasMessageStartingWith(
                        "Cycles of RecordingTests.LoopsTestCases.loops(): memory of gpu0 grows 8 MiB every cycle"));
        assertThat(loops()).extracting(MeasuredTest::result).containsExactly(Result.FAILED, Result.FAILED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"failsAfterItsLoops", "failsAndSaysThatItHasNoLeak"})
    void eachLoopOfATestThatFailsByItselfIsNotJudgedAndKeepsItsLevels(String method) throws IOException {
        Ran ran = kit().run(LoopsTestCases.leaking(BLOCK, 0), method);

        assertThat(ran.onlyFailure()).isEqualTo("its own failure");
        assertThat(loops())
                .extracting(MeasuredTest::result, loop -> loop.pools().get(0).residual() > 0)
                .containsExactly(tuple(Result.NOT_JUDGED, true), tuple(Result.NOT_JUDGED, false));
    }

    @Test
    void aLoopWhoseFailureIsCaughtIsNotJudgedAndNotToldAsTheEndOfTheJvm() throws IOException {
        kit().run(LoopsTestCases.leaking(0), "catchesTheFailureOfItsLastLoop").allPass(1);

        assertThat(loops()).extracting(MeasuredTest::result).containsExactly(Result.PASSED, Result.NOT_JUDGED);
    }

    @Test
    void aCycleThatCouldNotBeginIsNotToldAsTheEndOfTheJvm() throws IOException {
        LaterConstructorTestCases.instances = 0;
        Run run = recorded(LaterConstructorTestCases.class);

        assertThat(run.tests()).singleElement().satisfies(test -> {
            assertThat(test.result()).isEqualTo(Result.NOT_JUDGED);
            assertThat(test.headline()).endsWith("cycle 4 failed for another reason");
        });
    }

    @Test
    void aFailureNamesTheReportThatTellsMore() {
        Ran ran = kit().with("vramguard.report.formats", "html").run(TestCases.class, "leaks");

        assertThat(ran.onlyFailure()).endsWith("\n  report     " + reports.resolve("index.html") + "\n");
        assertThat(reports.resolve("index.html")).content().contains("<title>VramGuard report</title>");
    }

    @Test
    void reportsOfTheBuildBeforeDoNotStayBesideThoseOfThisOne() throws IOException {
        Path page = Files.writeString(reports.resolve("index.html"), "of the build before");
        Files.writeString(reports.resolve("run.json"), "{}");

        kit().run(TestCases.class, "keeps");

        assertThat(page).doesNotExist();
        assertThat(RunDirectory.readAll(List.of(reports.resolve("run.json"))).tests())
                .hasSize(1);
    }

    @Test
    void nothingIsWrittenWhereNothingIsWanted() throws IOException {
        kit().with("vramguard.report.formats", "none").run(TestCases.class);
        kit().with("vramguard.mode", "off").run(TestCases.class);

        try (var files = Files.list(reports)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void aDirectoryThatCannotBeWrittenCostsNoVerdict() {
        Ran ran = kit().with("vramguard.report.dir", "/proc/no/reports").run(TestCases.class);

        assertThat(ran.reported("vramguard.verdict")).contains("passed", "failed", "not judged");
    }

    static class CyclesTestCases {

        private static ThrowingConsumer<Integer> body;
        private static int cycle;

        @AutoClose
        private final AutoCloseable model = () -> ScriptedGpu.holds(0);

        static Class<?> each(ThrowingConsumer<Integer> body) {
            CyclesTestCases.body = body;
            cycle = 0;
            return CyclesTestCases.class;
        }

        @LeakTest
        @VramBudget("6 GiB")
        void cycles() throws Throwable {
            body.accept(++cycle);
        }
    }

    @ExtendWith(MemoryParameters.class)
    static class LoopsTestCases {

        private static long[] leaks;

        static Class<?> leaking(long... leaks) {
            LoopsTestCases.leaks = leaks;
            return LoopsTestCases.class;
        }

        @Test
        void loops(Cycles cycles) {
            for (long leak : leaks) {
                cycles.run(cycle -> ScriptedGpu.takes(leak));
            }
        }

        @Test
        void failsAfterItsLoops(Cycles cycles) {
            loops(cycles);
            throw new IllegalStateException("its own failure");
        }

        @Test
        @NoLeak
        void failsAndSaysThatItHasNoLeak(Cycles cycles) {
            failsAfterItsLoops(cycles);
        }

        @Test
        void catchesTheFailureOfItsLastLoop(Cycles cycles) {
            loops(cycles);
            assertThatThrownBy(() -> cycles.run(RecordingTests::failLater)).hasMessage("its own failure");
        }
    }

    private static void failLater(Cycle cycle) {
        if (cycle.number() == 3) {
            throw new IllegalStateException("its own failure");
        }
    }

    static class LaterConstructorTestCases {

        private static int instances;

        LaterConstructorTestCases() {
            if (++instances == 4) {
                throw new IllegalStateException("its own failure");
            }
        }

        @LeakTest
        void cycles() {}
    }

    static class TestCases {

        @NoLeak
        @Test
        void keeps() {}

        @NoLeak
        @Test
        @DisplayName("A model that is never unloaded")
        void leaks() {
            ScriptedGpu.takes(MODEL);
        }

        @NoLeak
        @Test
        void fails() {
            throw new IllegalStateException("its own failure");
        }

        @NoLeak
        @RepeatedTest(10)
        void series() {}

        @VramBudget("6 GiB")
        @Test
        void peaks() {
            ScriptedGpu.holds(BLOCK);
        }
    }
}
