package io.github.vramguard.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole extension on stand-in GPUs: real processes hold their memory, and the driver tells whose it is. */
class StandInGpuTests {

    /** The driver has no amounts for processes, as in WSL2: whole devices are left. */
    private static final String WHOLE_DEVICES = "na=1";

    private static final String PASSED = "passed: 1\n";

    private static Map<String, String> usual = Map.of();
    private static Map<String, String> wholeDevices = Map.of();

    @TempDir
    private Path directory;

    @BeforeAll
    static void runOnTheUsualDriver(@TempDir Path directory) throws Exception {
        usual = ForkedRun.in(directory)
                .runEach(
                        "givesEverythingBack",
                        "endsTheServerOfEachModel",
                        "killsTheServerOfEachModel",
                        "keepsSixteenMebibytes",
                        "leavesTheServerOfEachModelRunning",
                        "staysWithinItsBudget",
                        "staysWithinItsBudgetBesideAnotherProcess",
                        "exceedsItsBudget",
                        "exceedsItsBudgetTogetherWithItsServer",
                        "exceedsItsBudgetWhileTheGpuIsLost",
                        "isJoinedByAnotherProcess",
                        "givesEverythingBackWhileAnotherProcessComesAndGoes",
                        "requiresAGpu");
    }

    @BeforeAll
    static void runOnWholeDevices(@TempDir Path directory) throws Exception {
        wholeDevices = ForkedRun.in(directory)
                .with("standin", WHOLE_DEVICES)
                .runEach(
                        "givesEverythingBack",
                        "keepsSixteenMebibytes",
                        "isJoinedByAnotherProcess",
                        "givesEverythingBackWhileAnotherProcessComesAndGoes");
    }

    private ForkedRun forked(String driver) {
        return ForkedRun.in(directory).with("standin", driver);
    }

    @ParameterizedTest
    @ValueSource(strings = {"givesEverythingBack", "endsTheServerOfEachModel", "killsTheServerOfEachModel"})
    void memoryThatComesBackIsKept(String method) {
        assertThat(usual.get(method)).doesNotContain("failed: ").doesNotContain("inconclusive");
    }

    @Test
    void memoryThatTheDriverGivesBackLateIsWaitedFor() throws Exception {
        assertThat(forked("release.delay=500").with("patience", "2000").run("killsTheServerOfEachModel"))
                .doesNotContain("failed: ")
                .doesNotContain("inconclusive");
    }

    @Test
    void withoutPatienceItWouldBeBlamed() throws Exception {
        assertThat(forked("release.delay=60000").run("killsTheServerOfEachModel"))
                .contains("memory of gpu0 grows 64 MiB every cycle");
    }

    @Test
    void aLeakOfEachCycleIsBroken() {
        assertThat(usual.get("keepsSixteenMebibytes"))
                .contains(
                        "failed: @LeakTest StandInCases.keepsSixteenMebibytes(): memory of gpu0 grows 16 MiB every cycle")
                .contains("NVML");
    }

    @Test
    void aServerThatIsLeftRunningIsFoundByWhatItHolds() {
        assertThat(usual.get("leavesTheServerOfEachModelRunning"))
                .contains("memory of gpu0 grows 64 MiB every cycle")
                .contains("also children");
    }

    @ParameterizedTest
    @ValueSource(strings = {"staysWithinItsBudget", "staysWithinItsBudgetBesideAnotherProcess"})
    void aPeakWithinTheBudgetIsKept(String method) {
        assertThat(usual.get(method)).endsWith(PASSED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"exceedsItsBudget", "exceedsItsBudgetTogetherWithItsServer"})
    void aPeakBeyondTheBudgetIsBroken(String method) {
        assertThat(usual.get(method)).contains("gpu0 peaks at 1.5 GiB, 512 MiB over the budget of 1 GiB");
    }

    @Test
    void aPeakWhileTheGpuIsLostIsInconclusive() {
        assertThat(usual.get("exceedsItsBudgetWhileTheGpuIsLost"))
                .contains("inconclusive", "gpu0", "not read for a part of the time", "GPU is lost");
    }

    @Test
    void aPeakOfAMomentIsBrokenWhereTheDriverRecordsIt() throws Exception {
        assertThat(forked("accounting=1").run("exceedsItsBudgetForAMoment"))
                .contains("gpu0 peaks at 1.5 GiB")
                .contains("recorded by the driver at every allocation")
                .doesNotContain("may be missed");
    }

    @Test
    void withoutARecordItIsSaidThatAShorterPeakMayBeMissed() {
        assertThat(usual.get("exceedsItsBudget"))
                .contains("a shorter peak may be missed")
                .contains("nvidia-smi -am 1 (as root) makes the driver record them exactly");
    }

    @Test
    void aLeakIsFoundOnAWholeDevice() {
        assertThat(wholeDevices.get("keepsSixteenMebibytes"))
                .contains("memory of gpu0 grows 16 MiB every cycle")
                .contains("NVML on Stand-in GPU-00000000 (gpu0 as a whole device)");
    }

    @Test
    void aCleanLoopIsKeptOnAWholeDevice() {
        assertThat(wholeDevices.get("givesEverythingBack"))
                .doesNotContain("failed: ")
                .doesNotContain("inconclusive");
    }

    @ParameterizedTest
    @ValueSource(strings = {"isJoinedByAnotherProcess", "givesEverythingBackWhileAnotherProcessComesAndGoes"})
    void onAWholeDeviceNobodyIsBlamedForAnotherProcess(String method) {
        assertThat(wholeDevices.get(method))
                .contains("inconclusive, gpu0: ")
                .contains("other processes changed")
                .doesNotContain("grows");
    }

    @ParameterizedTest
    @ValueSource(strings = {"isJoinedByAnotherProcess", "givesEverythingBackWhileAnotherProcessComesAndGoes"})
    void whereTheDriverTellsProcessesApartAnotherOneDoesNotMatter(String method) {
        assertThat(usual.get(method)).endsWith(PASSED);
    }

    @Test
    void aTestThatRequiresAGpuRuns() {
        assertThat(usual.get("requiresAGpu")).endsWith(PASSED);
    }

    @Test
    void aDriverThatRefusesSkipsItWithTheReason() throws Exception {
        assertThat(forked("rc.nvmlInit_v2=9").run("requiresAGpu"))
                .contains("skipped: no GPU can be read: ")
                .contains("driver");
    }
}
