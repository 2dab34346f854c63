package io.github.vramguard.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What one run leaves behind is the budget of the next. */
class BaselineTests {

    private static final long MIB = 1L << 20;
    private static long left;

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
        return Kit.measuring("gpu0")
                .with("vramguard.baseline.dir", baselines.toString())
                .with("vramguard.baseline.update", update)
                .run(TestCases.class);
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
                        "TestCases#leaves() @NoLeak | gpu0 | residue | 1 MiB",
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
                        "@VramBudget peaks(): the peak of gpu0, 24 MiB, is more than the 4 MiB of its baseline and the 2 MiB"
                                + " that are forgiven");
    }

    @Test
    void newLinesLeaveOldOnesAsTheyAre() throws IOException {
        leaving(0, "new");
        leaving(MIB, "new");

        assertThat(lines()).contains("TestCases#leaves() @NoLeak | gpu0 | residue | 0 B");
    }

    @Test
    void anUpdateRewritesWhatWasMeasuredAndForgetsTestsThatAreNoMore() throws IOException {
        leaving(0, "new");
        Files.writeString(
                file(),
                Files.readString(file()) + TestCases.class.getName() + "#renamed() @NoLeak | gpu0 | residue | 1 MiB\n"
                        + "com.elsewhere.OtherTests#stays() @NoLeak | gpu0 | residue | 1 MiB\n");

        leaving(MIB, "all");

        assertThat(lines())
                .containsExactly(
                        "com.elsewhere.OtherTests#stays() @NoLeak | gpu0 | residue | 1 MiB",
                        "TestCases#leaves() @NoLeak | gpu0 | residue | 1 MiB",
                        "TestCases#leaves() @NoLeak | gpu0 | peak | 1 MiB",
                        "TestCases#peaks() @VramBudget | gpu0 | peak | 5 MiB");
    }

    @Test
    void aDamagedBaselineIsNamedByItsLine() throws IOException {
        leaving(0, "new");
        Files.writeString(file(), Files.readString(file()).replace("residue", "residual"));

        assertThat(leaving(0, "no").failures().get(0))
                .hasMessageContaining(file() + ", line 3: ")
                .hasMessageContaining("\"residual\" is not [residue, growth a cycle, peak]");
    }

    @Test
    void aBudgetThatIsNotWrittenIsThePeakOfAnEarlierRun() throws IOException {
        remembering(4 * MIB, "new").allPass(1);

        remembering(5 * MIB, "no").allPass(1);
        assertThat(remembering(8 * MIB, "no").onlyFailure())
                .startsWith(
                        "@VramBudget remembered(): the peak of gpu0, 8 MiB, is more than the 4 MiB of its baseline");
    }

    private Ran remembering(long bytes, String update) {
        left = bytes;
        ScriptedGpu.holds(0);
        return Kit.measuring("gpu0")
                .with("vramguard.baseline.dir", baselines.toString())
                .with("vramguard.baseline.update", update)
                .run(RememberedTestCases.class);
    }

    @Test
    void withoutABaselineABudgetHasToBeWritten() {
        assertThat(Kit.measuring("gpu0").run(RememberedTestCases.class).onlyFailure())
                .endsWith(
                        "it was given neither, which stands for the peak of an earlier run where vramguard.baseline.dir is"
                                + " set");
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
