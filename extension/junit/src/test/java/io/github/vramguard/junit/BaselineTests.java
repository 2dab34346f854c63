package io.github.vramguard.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.vramguard.run.MeasuredPool;
import io.github.vramguard.run.Result;
import io.github.vramguard.run.RunDirectory;
import io.github.vramguard.verdict.PoolOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What one run leaves behind is the budget of the next. */
class BaselineTests {

    private static final long MIB = 1L << 20;
    private static long left;

    @RegisterExtension
    private final Printed printed = new Printed();

    @TempDir
    private Path baselines;

    @BeforeEach
    void plugIn() {
        ScriptedGpu.holds(0);
    }

    @AfterEach
    void giveBack() {
        ScriptedGpu.unplug();
    }

    private Ran leaving(long bytes, String update) {
        left = bytes;
        ScriptedGpu.holds(0);
        return kit(update).run(TestCases.class);
    }

    private Kit kit(String update) {
        return Kit.scripted()
                .with("vramguard.baseline.dir", baselines.toString())
                .with("vramguard.baseline.update", update);
    }

    private Path file() throws IOException {
        try (var files = Files.list(baselines)) {
            return files.filter(file -> file.toString().endsWith(".txt"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private List<String> lines() throws IOException {
        return Files.readAllLines(file()).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.replace(TestCases.class.getName(), "TestCases"))
                .toList();
    }

    @Test
    void theFirstRunRecordsOnRequestALineForEachTestAndPool() throws IOException {
        leaving(MIB, "new").allPass(2);

        assertThat(lines())
                .containsExactly(
                        "TestCases#leaves() @NoLeak | gpu0 | residual | 1 MiB",
                        "TestCases#leaves() @NoLeak | gpu0 | peak | 1 MiB",
                        "TestCases#peaks() @VramBudget | gpu0 | peak | 5 MiB");
        assertThat(Files.readAllLines(file()).get(0)).startsWith("# VramGuard baseline for Linux");
    }

    @Test
    void asMuchAsIsRememberedIsKept() {
        leaving(MIB, "new");

        leaving(MIB, "no").allPass(2);
    }

    @Test
    void moreThanIsRememberedAndForgivenFails() {
        leaving(0, "new");

        assertThat(leaving(2 * MIB, "no").failures()).isEmpty();
        assertThat(leaving(20 * MIB, "no").headlines())
                .containsEntry(
                        "peaks()",
                        "@VramBudget BaselineTests.TestCases.peaks(): the peak of gpu0 is 24 MiB, above its baseline of 4 MiB plus a tolerance of 2 MiB");
    }

    @Test
    void aFailureSaysWhatToDoIfItIsMeantToBeSo() {
        leaving(0, "new");

        assertThat(leaving(20 * MIB, "no").onlyFailure())
                .contains(
                        "\n             if the increase is intended, run the test once with -Dvramguard.baseline.update=all");
    }

    @Test
    void itIsRecordedWithWhatItExceeds(@TempDir Path reports) throws IOException {
        leaving(0, "new");
        left = 20 * MIB;
        kit("no")
                .with("vramguard.report.dir", reports.toString())
                .with("vramguard.report.formats", "json")
                .run(TestCases.class, "peaks");

        assertThat(RunDirectory.readAll(List.of(reports)).tests())
                .singleElement()
                .satisfies(test -> {
                    assertThat(test.result()).isEqualTo(Result.FAILED);
                    assertThat(test.pools())
                            .extracting(MeasuredPool::outcome, MeasuredPool::peak, MeasuredPool::budget)
                            .containsExactly(tuple(PoolOutcome.FAILED, 24 * MIB, 6 * MIB));
                });
    }

    @Test
    void aResidueThatAFirstUseExplainsIsPermittedOnceItIsRemembered() throws IOException {
        left = 300 * MIB;
        assertThat(strictly("no").onlyFailure()).contains("300 MiB remain, which a first use can explain");

        leaving(300 * MIB, "new");
        assertThat(lines())
                .contains(
                        "TestCases#leaves() @NoLeak | gpu0 | residual | 300 MiB",
                        "TestCases#leaves() @NoLeak | gpu0 | peak | 300 MiB");

        strictly("no").allPass(1);
        assertThat(printed.last()).contains("1 passed").doesNotContain("not in the baseline");
        left = 600 * MIB;
        assertThat(strictly("no").onlyFailure()).contains("600 MiB remain, which a first use can explain");
    }

    @Test
    void aResidueThatIsPermittedLeavesThePeakABudget() {
        leaving(300 * MIB, "new");

        left = 310 * MIB;
        strictly("no", 10 * MIB).allPass(1);
        left = 800 * MIB;
        assertThat(strictly("no", 500 * MIB).onlyFailure())
                .startsWith(
                        "@NoLeak BaselineTests.TestCases.leaves(): the peak of gpu0 is 800 MiB, above its baseline of 300 MiB");
    }

    @Test
    void anUpdateOfAResidueThatAFirstUseExplainsKeepsTheOtherLinesOfItsTest() throws IOException {
        leaving(300 * MIB, "new");
        Files.writeString(
                file(),
                Files.readString(file()) + TestCases.class.getName() + "#leaves() @NoLeak | gpu1 | peak | 1 MiB\n");

        leaving(400 * MIB, "all");

        assertThat(lines())
                .filteredOn(line -> line.contains("#leaves()"))
                .containsExactly(
                        "TestCases#leaves() @NoLeak | gpu0 | residual | 400 MiB",
                        "TestCases#leaves() @NoLeak | gpu0 | peak | 400 MiB",
                        "TestCases#leaves() @NoLeak | gpu1 | peak | 1 MiB");
    }

    private Ran strictly(String update) {
        return strictly(update, 0);
    }

    private Ran strictly(String update, long before) {
        ScriptedGpu.holds(before);
        return kit(update).with("vramguard.strict", "true").run(TestCases.class, "leaves");
    }

    @Test
    void theEndOfARunNamesWhatIsNotRememberedAndWhatIsNoMore() throws IOException {
        leaving(0, "new");
        String type = TestCases.class.getName();
        Files.writeString(
                file(),
                Files.readString(file()).replace(type + "#peaks()", type + "#renamed()")
                        + getClass().getPackageName() + ".RemovedTests#gone() @NoLeak | gpu0 | residual | 1 MiB\n"
                        + "com.elsewhere.OtherTests#stays() @NoLeak | gpu0 | residual | 1 MiB\n");

        leaving(0, "no");

        assertThat(printed.last())
                .contains(
                        "in the baseline, but renamed or removed since: " + type + "#renamed() @VramBudget",
                        "its class is not on this class path; if it was renamed or removed, remove its lines: "
                                + getClass().getPackageName() + ".RemovedTests#gone() @NoLeak",
                        "not in the baseline; vramguard.baseline.update = new adds it: " + type
                                + "#peaks() @VramBudget")
                .doesNotContain("OtherTests");
    }

    @Test
    void aClassOfMachinesWithoutABaselineIsNamed() {
        leaving(0, "no");

        assertThat(printed.last())
                .containsPattern("no baseline for Linux .*, no GPU in " + baselines)
                .contains("vramguard.baseline.update = new records one");
    }

    @Test
    void aBaselineThatCannotBeWrittenIsNamedWithTheReason() throws IOException {
        Path lock = Files.createDirectory(baselines.resolve(".lock"));

        leaving(0, "new").allPass(2);

        assertThat(printed.last())
                .containsPattern("the baseline " + baselines + "/linux-.*txt was not updated: .*" + lock);
    }

    @Test
    void newLinesLeaveOldOnesAsTheyAre() throws IOException {
        leaving(0, "new");
        leaving(MIB, "new");

        assertThat(lines()).contains("TestCases#leaves() @NoLeak | gpu0 | residual | 0 B");
    }

    @Test
    void anUpdateRewritesWhatWasMeasuredAndForgetsTestsThatAreNoMore() throws IOException {
        leaving(0, "new");
        Files.writeString(
                file(),
                Files.readString(file()) + TestCases.class.getName() + "#renamed() @NoLeak | gpu0 | residual | 1 MiB\n"
                        + "com.elsewhere.OtherTests#stays() @NoLeak | gpu0 | residual | 1 MiB\n");

        leaving(MIB, "all");

        assertThat(lines())
                .containsExactly(
                        "com.elsewhere.OtherTests#stays() @NoLeak | gpu0 | residual | 1 MiB",
                        "TestCases#leaves() @NoLeak | gpu0 | residual | 1 MiB",
                        "TestCases#leaves() @NoLeak | gpu0 | peak | 1 MiB",
                        "TestCases#peaks() @VramBudget | gpu0 | peak | 5 MiB");
    }

    @Test
    void aDamagedBaselineIsNamedByItsLine() throws IOException {
        leaving(0, "new");
        Files.writeString(file(), Files.readString(file()).replace("residual", "leftover"));

        assertThat(leaving(0, "no").failures().get(0))
                .hasMessageContaining(file() + ", line 3: ")
                .hasMessageContaining("\"leftover\" is not [residual, growth per cycle, peak]");
    }

    @Test
    void aBudgetThatIsNotWrittenIsThePeakOfAnEarlierRun() throws IOException {
        remembering(4 * MIB, "new").allPass(1);

        remembering(5 * MIB, "no").allPass(1);
        assertThat(remembering(8 * MIB, "no").onlyFailure())
                .startsWith(
                        "@VramBudget BaselineTests.RememberedTestCases.remembered(): the peak of gpu0 is 8 MiB, above its baseline of 4 MiB");
    }

    private Ran remembering(long bytes, String update) {
        left = bytes;
        ScriptedGpu.holds(0);
        return kit(update).run(RememberedTestCases.class);
    }

    @Test
    void withoutAPeakThatIsRememberedNothingIsKept() {
        Ran ran = remembering(4 * MIB, "no");

        assertThat(ran.failures()).isEmpty();
        assertThat(ran.reported("vramguard.verdict")).containsExactly("inconclusive");
        assertThat(ran.reported("vramguard.message"))
                .singleElement()
                .asString()
                .startsWith(
                        "@VramBudget BaselineTests.RememberedTestCases.remembered(): inconclusive, gpu0: no peak of this test is remembered for Linux ")
                .endsWith("; vramguard.baseline.update = new records it");
        assertThat(kit("no")
                        .with("vramguard.strict", "true")
                        .run(RememberedTestCases.class)
                        .failures())
                .hasSize(1);
    }

    @Test
    void withoutABaselineABudgetHasToBeWritten() {
        assertThat(Kit.scripted().run(RememberedTestCases.class).onlyFailure())
                .startsWith("@VramBudget without a value takes its budget from the baseline, and");
    }

    static class RememberedTestCases {

        @VramBudget
        @Test
        void remembered() {
            ScriptedGpu.holds(left);
        }
    }

    static class TestCases {

        @NoLeak
        @Test
        void leaves() {
            ScriptedGpu.holds(left);
        }

        @VramBudget("6 GiB")
        @Test
        void peaks() {
            ScriptedGpu.holds(4 * MIB + left);
        }
    }
}
