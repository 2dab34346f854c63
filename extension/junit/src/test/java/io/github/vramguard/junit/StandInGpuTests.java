package io.github.vramguard.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole extension on stand-in GPUs: real processes hold their memory, and the driver tells whose it is. */
class StandInGpuTests {

    /** The driver has no amounts for processes, as in WSL2: whole devices are left. */
    private static final String WHOLE_DEVICES = "na=1";

    private static final String PASSED = "passed: 1\n";

    @TempDir
    Path directory;

    private ForkedRun forked;

    @BeforeEach
    void fork() {
        forked = ForkedRun.in(directory);
    }

    private String run(String method) throws IOException, InterruptedException {
        return forked.run(StandInCases.class, method);
    }

    @ParameterizedTest
    @ValueSource(strings = {"givesEverythingBack", "endsTheServerOfEachModel", "killsTheServerOfEachModel"})
    void memoryThatComesBackIsKept(String method) throws Exception {
        assertThat(run(method)).doesNotContain("failed: ").doesNotContain("inconclusive");
    }

    @Test
    void memoryThatTheDriverGivesBackLateIsWaitedFor() throws Exception {
        assertThat(forked.with("standin", "release.delay=500")
                        .with("patience", "2000")
                        .run(StandInCases.class, "killsTheServerOfEachModel"))
                .doesNotContain("failed: ")
                .doesNotContain("inconclusive");
    }

    @Test
    void withoutPatienceItWouldBeBlamed() throws Exception {
        assertThat(forked.with("standin", "release.delay=60000").run(StandInCases.class, "killsTheServerOfEachModel"))
                .contains("memory of gpu0 grows 64 MiB every cycle");
    }

    @Test
    void aLeakOfEachCycleIsBroken() throws Exception {
        assertThat(run("keepsSixteenMebibytes"))
                .contains("failed: @LeakTest keepsSixteenMebibytes(): memory of gpu0 grows 16 MiB every cycle")
                .contains("NVML");
    }

    @Test
    void aServerThatIsLeftRunningIsFoundByWhatItHolds() throws Exception {
        assertThat(run("leavesTheServerOfEachModelRunning"))
                .contains("memory of gpu0 grows 64 MiB every cycle")
                .contains("also children");
    }

    @ParameterizedTest
    @ValueSource(strings = {"staysWithinItsBudget", "staysWithinItsBudgetBesideAnotherProcess"})
    void aPeakWithinTheBudgetIsKept(String method) throws Exception {
        assertThat(run(method)).endsWith(PASSED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"exceedsItsBudget", "exceedsItsBudgetTogetherWithItsServer"})
    void aPeakBeyondTheBudgetIsBroken(String method) throws Exception {
        assertThat(run(method)).contains("gpu0 peaks at 1.5 GiB, 512 MiB over the budget of 1 GiB");
    }

    @Test
    void aPeakOfAMomentIsBrokenWhereTheDriverRecordsIt() throws Exception {
        assertThat(forked.with("standin", "accounting=1").run(StandInCases.class, "exceedsItsBudgetForAMoment"))
                .contains("gpu0 peaks at 1.5 GiB")
                .contains("as the driver recorded it at every allocation")
                .doesNotContain("may be missed");
    }

    @Test
    void withoutARecordItIsSaidThatAShorterPeakMayBeMissed() throws Exception {
        assertThat(run("exceedsItsBudget"))
                .contains("a shorter peak may be missed")
                .contains("nvidia-smi -am 1 (as root) makes the driver record them exactly");
    }

    @Test
    void aLeakIsFoundOnAWholeDevice() throws Exception {
        assertThat(forked.with("standin", WHOLE_DEVICES).run(StandInCases.class, "keepsSixteenMebibytes"))
                .contains("memory of gpu0 grows 16 MiB every cycle")
                .contains("NVML on Stand-in GPU-00000000 (gpu0 as a whole device)");
    }

    @Test
    void aCleanLoopIsKeptOnAWholeDevice() throws Exception {
        assertThat(forked.with("standin", WHOLE_DEVICES).run(StandInCases.class, "givesEverythingBack"))
                .doesNotContain("failed: ")
                .doesNotContain("inconclusive");
    }

    @ParameterizedTest
    @ValueSource(strings = {"isJoinedByAnotherProcess", "givesEverythingBackWhileAnotherProcessComesAndGoes"})
    void onAWholeDeviceNobodyIsBlamedForAnotherProcess(String method) throws Exception {
        assertThat(forked.with("standin", WHOLE_DEVICES).run(StandInCases.class, method))
                .contains("inconclusive, gpu0: ")
                .contains("other processes moved")
                .doesNotContain("grows");
    }

    @ParameterizedTest
    @ValueSource(strings = {"isJoinedByAnotherProcess", "givesEverythingBackWhileAnotherProcessComesAndGoes"})
    void whereTheDriverTellsProcessesApartAnotherOneDoesNotMatter(String method) throws Exception {
        assertThat(run(method)).endsWith(PASSED);
    }

    @Test
    void aTestThatRequiresAGpuRuns() throws Exception {
        assertThat(run("requiresAGpu")).endsWith(PASSED);
    }

    @Test
    void aDriverThatRefusesSkipsItWithTheReason() throws Exception {
        assertThat(forked.with("standin", "rc.nvmlInit_v2=9").run(StandInCases.class, "requiresAGpu"))
                .contains("skipped: no GPU can be read: ")
                .contains("driver");
    }
}
