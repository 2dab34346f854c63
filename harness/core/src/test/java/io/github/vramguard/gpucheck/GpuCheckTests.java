package io.github.vramguard.gpucheck;

import static io.github.vramguard.gpucheck.Bench.MIB;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.vramguard.gpucheck.Outcome.Grade;
import io.github.vramguard.source.linux.KernelIds;
import io.github.vramguard.standin.StandIn;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** The whole check on a stand-in GPU, with the very program that takes memory of a real one. */
@EnabledIf(
        value = "isPossible",
        disabledReason = StandIn.NEEDS + ", and the process ids of the machine: the stand-in lists those")
class GpuCheckTests {

    static boolean isPossible() {
        return StandIn.isPossible() && KernelIds.areIn(Path.of("/proc"));
    }

    private static final int PATIENT = 30;
    private static final int IMPATIENT = 3;

    @TempDir
    Path root;

    private StandIn standIn;
    private String allocator;

    @BeforeEach
    void build() throws Exception {
        standIn = StandIn.start(root);
        CSource.named("libcuda.c").library(standIn.directory().resolve("libcuda.so.1"));
        allocator = CSource.named("cuda-allocator.c")
                .program(root.resolve("allocator"))
                .toString();
    }

    private CheckRun run(int patience) throws Exception {
        return CheckRun.on(standIn, allocator, patience);
    }

    @Test
    void whatADriverPromisesHolds() throws Exception {
        CheckRun run = run(PATIENT);
        assertThat(run.claims(Grade.FAIL)).isEmpty();
        assertThat(run.claims(Grade.PASS))
                .contains(
                        "measuring takes no GPU memory",
                        "64 MiB are read",
                        "1 GiB is read",
                        "two processes are told apart",
                        "release of 512 MiB after free",
                        "release after a regular exit",
                        "release after SIGKILL",
                        "a leak of 2 MiB a cycle",
                        "a clean loop",
                        "a leak of 16 MiB a cycle, by the whole device",
                        "a clean loop, by the whole device",
                        "a clean loop that another process joins, by the whole device",
                        "a peak of 512 MiB for 300 ms, sampled");
        assertThat(run.results())
                .contains("| context of one process | a figure | 96 MiB | RECORDED |")
                .contains("| 64 × 64 KiB | RECORDED |")
                .contains("memory of gpu0 grows 2 MiB every cycle")
                .contains("DISABLED: peaks of device memory come from samples")
                .contains("GPU: Stand-in, 8 GiB")
                .containsPattern("NVML: memory in use of each device \\| 200 \\| \\d+\\.\\d{3} ms");
        assertThat(run.exit()).isZero();
    }

    @Tag("thorough")
    @Test
    void aRecordOfThePeakIsCheckedWhereTheDriverKeepsOne() throws Exception {
        standIn.set("accounting", 1);
        CheckRun run = CheckRun.on(standIn, StandIn.allocatorProgram() + " " + standIn.directory() + " 0", PATIENT);
        assertThat(run.claims(Grade.FAIL)).isEmpty();
        assertThat(run.claims(Grade.PASS)).contains("the same in the driver's accounting");
    }

    @Tag("thorough")
    @Test
    void aDriverThatSaysNothingIsHeldFails() throws Exception {
        standIn.set("zero", 1).set("accounting", 1);
        CheckRun run = run(IMPATIENT);
        assertThat(run.claims(Grade.FAIL))
                .contains(
                        "64 MiB are read",
                        "1 GiB is read",
                        "two processes are told apart",
                        "release of 512 MiB after free",
                        "a leak of 2 MiB a cycle",
                        "the same in the driver's accounting");
        assertThat(run.exit()).isEqualTo(1);
    }

    @Test
    void aDriverThatAlwaysSaysTheSameFails() throws Exception {
        standIn.set("bytes", 600 * MIB);
        assertThat(run(IMPATIENT).claims(Grade.FAIL))
                .contains("1 GiB is read", "two processes are told apart", "a leak of 2 MiB a cycle");
    }

    @Tag("thorough")
    @Test
    void aDriverThatGivesNothingBackFails() throws Exception {
        standIn.set("release.delay", 1_000_000);
        assertThat(run(IMPATIENT).claims(Grade.FAIL))
                .containsExactly("release after a regular exit", "release after SIGKILL");
    }

    @Tag("thorough")
    @Test
    void theProcessesOfSomebodyElseFail() throws Exception {
        standIn.set("pid.offset", 10_000_000);
        assertThat(run(IMPATIENT).claims(Grade.FAIL))
                .contains(
                        "64 MiB are read",
                        "two processes are told apart",
                        "release after a regular exit",
                        "release after SIGKILL",
                        "a leak of 2 MiB a cycle");
    }

    @Tag("thorough")
    @Test
    void aCheckThatTakesGpuMemoryItselfFails() throws Exception {
        CheckRun run = CheckRun.on(standIn, allocator, PATIENT, pid -> standIn.allocate(0, pid, 2 * MIB));
        assertThat(run.claims(Grade.FAIL)).containsExactly("measuring takes no GPU memory");
    }

    @Test
    void anAllocatorThatFailsDoesNotKeepTheOtherClaimsFromTheirTurn() throws Exception {
        CheckRun run = CheckRun.on(standIn, "/bin/false", IMPATIENT);
        assertThat(run.claims(Grade.PASS)).contains("measuring takes no GPU memory");
        assertThat(run.claims(Grade.FAIL)).contains("context of one process", "a clean loop, by the whole device");
        assertThat(run.exit()).isEqualTo(1);
    }

    @Test
    void withoutAGpuNothingIsWritten() throws Exception {
        standIn.set("rc.nvmlInit_v2", 9);
        assertThat(run(PATIENT)).isEqualTo(new CheckRun(3, ""));
    }
}
