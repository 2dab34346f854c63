package io.github.vramguard.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vramguard.memory.Pool;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.logging.LogManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a run says to whoever watches it. */
class ConsoleTests {

    private static final long FIRST_USE = 512L << 20;
    private static final String COARSE = "memory readings are less exact than they could be";
    private static final Kit KIT = Kit.scripted();

    @RegisterExtension
    private final Printed printed = new Printed();

    @BeforeEach
    void plugIn() {
        ScriptedGpu.holds(0);
    }

    @AfterEach
    void unplug() {
        ScriptedGpu.unplug();
        Planted.giveBack();
    }

    private static Kit with(String form) {
        return KIT.with("vramguard.console", form);
    }

    @Test
    void aRunInWhichAllPassesPrintsOneLine() {
        KIT.run(TestCases.class, "passes");

        assertThat(printed.text()).matches("VramGuard: 1 passed; measuring took \\d+\\.\\d s\\R");
    }

    @Test
    void aRunInWhichAllPassesPrintsNothingWhereQuietIsAsked() {
        with("quiet").run(TestCases.class, "passes");

        assertThat(printed.text()).isEmpty();
    }

    @Test
    void theOneLineNamesWhatWasNotMeasured() {
        ScriptedGpu.refuses(Pool.gpu(1), "/dev/nvidia1 may not be opened; run as a member of its group");

        KIT.with("vramguard.pools", "").run(TestCases.class, "passes");

        assertThat(printed.text())
                .matches("VramGuard: 1 passed; measuring took \\d+\\.\\d s; not measured: gpu1"
                        + " \\(/dev/nvidia1 may not be opened\\)\\R");
    }

    @Test
    void aLimitThatCannotProveALeakIsAWarningThatIsPrintedOnce() {
        Kit.measuring("heap").run(FewCyclesTestCases.class);

        assertThat(printed.lines())
                .containsOnlyOnce(
                        "VramGuard: at most 8 cycles may be too few to prove a leak in heap: allow at least 12");
    }

    @Test
    void aLimitThatSufficesIsNoWarning() {
        KIT.run(FewCyclesTestCases.class);

        assertThat(printed.text()).doesNotContain("may be too few");
    }

    static class FewCyclesTestCases {

        @LeakTest(maxCycles = 8)
        void passes() {}

        @LeakTest(maxCycles = 8)
        void passesToo() {}
    }

    @Test
    void anInconclusiveVerdictIsPrintedWithItsReasonAndItsNextStep() {
        KIT.run(TestCases.class, "warmsUp");

        assertThat(printed.text())
                .startsWith("VramGuard: @NoLeak ")
                .contains("warmsUp(): inconclusive, gpu0: 512 MiB remain", "use @LeakTest");
        assertThat(printed.last()).startsWith("VramGuard: 1 inconclusive; measuring took ");
    }

    @Test
    void whereQuietIsAskedAnInconclusiveVerdictIsOnlyCounted() {
        with("quiet").run(TestCases.class, "warmsUp");

        assertThat(printed.lines()).singleElement().asString().startsWith("VramGuard: 1 inconclusive; measuring took ");
    }

    @Test
    void aFailureIsNotPrintedBecauseItsTestHasIt() {
        KIT.run(TestCases.class, "leaks");

        assertThat(printed.lines()).singleElement().asString().startsWith("VramGuard: 1 failed; measuring took ");
    }

    @Test
    void aFailureThatFailsNoTestIsPrinted() {
        KIT.with("vramguard.mode", "report").run(TestCases.class, "leaks");

        assertThat(printed.text()).contains("leaks(): memory of gpu0 ends 4 GiB above its baseline");
    }

    @Test
    void eachVerdictHasALineWhereVerboseIsAsked() {
        with("verbose").run(TestCases.class);

        assertThat(printed.lines())
                .filteredOn(line -> line.startsWith("VramGuard: @NoLeak "))
                .hasSize(4)
                .anyMatch(line -> line.contains("passes(): memory returns to its baseline"))
                .anyMatch(line -> line.contains("leaks(): memory of gpu0 ends 4 GiB"))
                .anyMatch(line -> line.contains("fails(): not judged, because the test failed for another reason"));
        assertThat(printed.last()).startsWith("VramGuard: 1 passed, 1 failed, 1 inconclusive, 1 not judged; ");
    }

    /** Closing a context of Spring resets the log of the JDK, and its tests may capture the output. */
    @Test
    void aTestThatResetsTheLogAndReplacesTheOutputHidesNoVerdict() {
        PrintStream before = System.out;
        try {
            KIT.run(TakingTestCases.class);
        } finally {
            System.setOut(before);
        }

        assertThat(printed.text()).contains("takesTheOutput(): inconclusive, gpu0: 512 MiB remain");
        assertThat(printed.last()).startsWith("VramGuard: 1 inconclusive; measuring took ");
    }

    @Test
    void coarseReadingsOfWhatWasJudgedAreNamedOnceWhereAVerdictDoesNotPass() {
        Kit.measuring("gpu0,resident").run(TestCases.class);

        assertThat(printed.lines())
                .filteredOn(line -> line.contains(COARSE))
                .singleElement()
                .isEqualTo("  " + COARSE + ":");
        assertThat(printed.last()).contains("resident memory is reported, not enforced");
    }

    @Test
    void coarseReadingsAreNamedWhereAllPassesOnlyOnRequest() {
        Kit.measuring("resident,heap").run(TestCases.class, "passes");
        assertThat(printed.text()).doesNotContain(COARSE);

        Kit.measuring("resident,heap").with("vramguard.console", "verbose").run(TestCases.class, "passes");
        assertThat(printed.last()).contains(COARSE, "-Xms equal to -Xmx");
    }

    @Test
    void coarseReadingsOfThisJvmAreNotNamedWhereAnotherProcessIsJudged() {
        Kit.measuring("resident").with("vramguard.console", "verbose").run(OtherProcessTestCases.class);

        assertThat(printed.last()).doesNotContain(COARSE);
    }

    static class TestCases {

        @Test
        @NoLeak
        void passes() {}

        @Test
        @NoLeak
        void warmsUp() {
            ScriptedGpu.takes(FIRST_USE);
        }

        @Test
        @NoLeak
        void leaks() {
            ScriptedGpu.takes(8 * FIRST_USE);
        }

        @Test
        @NoLeak
        void fails() {
            throw new IllegalStateException("its own failure");
        }
    }

    static class TakingTestCases {

        @Test
        @NoLeak
        void takesTheOutput() {
            LogManager.getLogManager().reset();
            System.setOut(new PrintStream(OutputStream.nullOutputStream()));
            ScriptedGpu.takes(FIRST_USE);
        }
    }

    static class OtherProcessTestCases {

        @MeasuredTarget
        private static Process other;

        @BeforeAll
        static void start() throws IOException {
            other = Planted.child();
        }

        @Test
        @NoLeak
        void passes() {}
    }
}
