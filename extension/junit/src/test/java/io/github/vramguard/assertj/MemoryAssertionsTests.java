package io.github.vramguard.assertj;

import static io.github.vramguard.assertj.Levels.GAP;
import static io.github.vramguard.assertj.Levels.growing;
import static io.github.vramguard.assertj.Levels.snapshot;
import static io.github.vramguard.assertj.Levels.trace;
import static io.github.vramguard.assertj.MemoryAssertions.GPU;
import static io.github.vramguard.assertj.MemoryAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.vramguard.HarnessResult;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.Trace;
import io.github.vramguard.verdict.Verdict;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.Test;

class MemoryAssertionsTests {

    private static final long MIB = 1L << 20;
    private static final long GIB = 1L << 30;

    @Test
    void aPeakEqualToTheLimitPasses() {
        assertThat(trace(GPU, 0, 6 * GIB, 0)).pool(GPU).peakIsAtMost("6 GiB");
    }

    @Test
    void aHigherPeakFails() {
        assertFails(() -> assertThat(trace(GPU, 0, 7 * GIB, 0)).pool(GPU).peakIsAtMost("6 GiB"))
                .withMessage("Expecting a peak of gpu0 of at most 6 GiB but it was 7 GiB");
    }

    @Test
    void aPeakThatWasNotAlwaysReadFails() {
        assertFails(() -> assertThat(trace(GPU, 0, GAP, 0)).pool(GPU).peakIsAtMost("6 GiB"))
                .withMessage("Expecting a peak of gpu0 of at most 6 GiB but it was not always read: no driver");
    }

    @Test
    void aPeakOfAPoolThatWasNotMeasuredFails() {
        assertFails(() -> assertThat(trace(GPU, 0, 0)).pool(Pool.HEAP).peakIsAtMost("6 GiB"))
                .withMessage("Expecting a peak of heap of at most 6 GiB but it was not always read:"
                        + " heap was not asked for");
    }

    @Test
    void aPeakOfACountHasANumberForALimit() {
        Trace files = trace(Pool.FILES, 3, 5, 3);

        assertThat(files).pool(Pool.FILES).peakIsAtMost("5");
        assertFails(() -> assertThat(files).pool(Pool.FILES).peakIsAtMost("4"))
                .withMessage("Expecting a peak of files of at most 4 but it was 5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> assertThat(files).pool(Pool.FILES).peakIsAtMost("5 MiB"))
                .withMessage("\"5 MiB\" is not a limit of files; give a whole number");
    }

    @Test
    void levelsThatComeBackPass() {
        assertThat(growing(GPU, 0, 8)).returnsToBaseline().pool(GPU).returnsToBaseline();
        assertThat(trace(GPU, 0, 0)).returnsToBaseline().pool(GPU).returnsToBaseline();
    }

    @Test
    void aLeakFailsInTheWordsOfTheReport() {
        String line = "Trace: memory of gpu0 grows 4 MiB every cycle and none of it comes back\n";

        assertFails(() -> assertThat(growing(GPU, 4 * MIB, 8)).returnsToBaseline())
                .withMessageStartingWith(line)
                .withMessageContaining("certain at cycle 8 of at most 8");
        assertFails(() -> assertThat(growing(GPU, 4 * MIB, 8)).pool(GPU).returnsToBaseline())
                .withMessageStartingWith(line);
    }

    @Test
    void tooFewCyclesAreJudgedAsOneRun() {
        assertFails(() -> assertThat(growing(GPU, GIB, 3)).returnsToBaseline())
                .withMessageStartingWith("Trace: memory of gpu0 ends 3 GiB above its baseline\n");
    }

    @Test
    void anInconclusiveVerdictFails() {
        assertFails(() -> assertThat(trace(GPU, 0, 512 * MIB)).pool(GPU).returnsToBaseline())
                .withMessageStartingWith("Trace: inconclusive, gpu0: 512 MiB remain, which a first use can explain");
    }

    @Test
    void aPoolThatWasNeverReadDoesNotReturn() {
        assertFails(() -> assertThat(trace(GPU, GAP, GAP)).pool(GPU).returnsToBaseline())
                .withMessage("Expecting gpu0 to return to its baseline but it was never read");
        assertFails(() -> assertThat(trace(GPU, GAP, GAP)).returnsToBaseline())
                .withMessageStartingWith("Trace: inconclusive, gpu0: no driver");
    }

    @Test
    void aPoolWithoutALevelBeforeDoesNotReturn() {
        assertFails(() -> assertThat(trace(GPU, GAP, 0)).pool(GPU).returnsToBaseline())
                .withMessageStartingWith("Trace: inconclusive, gpu0: not read before the run: no driver");
    }

    @Test
    void aPoolWithoutALevelAfterDoesNotReturn() {
        assertFails(() -> assertThat(trace(GPU, 0, GAP)).pool(GPU).returnsToBaseline())
                .withMessageStartingWith("Trace: inconclusive, gpu0: not read after the run: no driver");
    }

    @Test
    void aPoolThatIsOnlyShownDoesNotReturn() {
        assertFails(() ->
                        assertThat(growing(Pool.MAPPED, 0, 8)).pool(Pool.MAPPED).returnsToBaseline())
                .withMessageStartingWith("Trace: inconclusive, mapped: reported, not enforced");
    }

    @Test
    void aTraceWithoutACycleDoesNotReturn() {
        assertFails(() -> assertThat(trace(GPU, 0)).returnsToBaseline())
                .withMessage("Expecting a trace to return to its baseline but it has no cycle");
    }

    @Test
    void aResultOfTheHarnessPassesByItsVerdict() {
        Trace trace = growing(GPU, 0, 8);
        Verdict.Passed passed = new Verdict.Passed(List.of());

        assertThat(new HarnessResult(passed, trace, "passed"))
                .returnsToBaseline()
                .peakIsAtMost("6 GiB")
                .pool(GPU)
                .returnsToBaseline();
    }

    @Test
    void aResultThatHasNotPassedFailsWithItsMessage() {
        Verdict.Inconclusive undecided = new Verdict.Inconclusive(List.of(), List.of());

        assertFails(() -> assertThat(new HarnessResult(undecided, growing(GPU, 0, 8), "undecided, 100% sure"))
                        .returnsToBaseline())
                .withMessage("undecided, 100% sure\n");
    }

    @Test
    void aResultIsHeldAgainstALimitOfEachGpu() {
        Verdict.Passed passed = new Verdict.Passed(List.of());

        assertFails(() -> assertThat(new HarnessResult(passed, trace(GPU, 0, 7 * GIB, 0), "passed"))
                        .peakIsAtMost("6 GiB"))
                .withMessage("Expecting a peak of gpu0 of at most 6 GiB but it was 7 GiB");
        assertFails(() -> assertThat(new HarnessResult(passed, trace(GPU, 0, GAP, 0), "passed"))
                        .peakIsAtMost("6 GiB"))
                .withMessage("Expecting a peak of gpu0 of at most 6 GiB but it was not always read: no driver");
        assertFails(() -> assertThat(new HarnessResult(passed, trace(Pool.HEAP, 0, 0), "passed"))
                        .peakIsAtMost("6 GiB"))
                .withMessage("Expecting a peak of GPU memory of at most 6 GiB but no GPU was read");
    }

    @Test
    void aDescriptionComesFirst() {
        assertFails(() -> assertThat(trace(GPU, 0)).as("after the reload").returnsToBaseline())
                .withMessageStartingWith("[after the reload] Expecting a trace");
    }

    @Test
    void aSnapshotHoldsAtMostALimit() {
        assertThat(snapshot(GPU, 6 * GIB)).canRead(GPU).holdsAtMost(GPU, "6 GiB");
        assertFails(() -> assertThat(snapshot(GPU, 6 * GIB)).holdsAtMost(GPU, "5 GiB"))
                .withMessage("Expecting gpu0 to hold at most 5 GiB but it holds 6 GiB");
    }

    @Test
    void aSnapshotWithoutAReadingFails() {
        String message = "Expecting a reading of gpu0 but there is none: no driver";

        assertFails(() -> assertThat(snapshot(GPU, GAP)).canRead(GPU)).withMessage(message);
        assertFails(() -> assertThat(snapshot(GPU, GAP)).holdsAtMost(GPU, "5 GiB"))
                .withMessage(message);
    }

    private static ThrowableAssertAlternative<AssertionError> assertFails(ThrowingCallable assertion) {
        return assertThatExceptionOfType(AssertionError.class).isThrownBy(assertion);
    }
}
