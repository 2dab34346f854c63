package io.github.vramguard.source.nvidia;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.vramguard.memory.Reading;
import io.github.vramguard.memory.Reading.Bytes;
import io.github.vramguard.memory.Reading.Gap;
import io.github.vramguard.memory.Reading.Reason;
import io.github.vramguard.source.gpu.Gpu;
import io.github.vramguard.source.gpu.ProcessAccounting;
import io.github.vramguard.source.gpu.Refusal;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.Condition;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisabledOnOs(OS.WINDOWS)
class NvidiaSmiTests {

    private static final long MIB = 1 << 20;
    private static final String GPUS = "GPU-1, 00000000:01:00.0, 24564, 512, NVIDIA RTX\n";
    private static final String APPS = "GPU-1, 70, 400, python, a\n";

    private FakeSmi machine;

    @BeforeEach
    void start(@TempDir Path root) {
        machine = new FakeSmi(root);
    }

    private static String process(long pid, String type, String used) {
        return "<process_info><pid>" + pid + "</pid><type>" + type
                + "</type><process_name>x</process_name><used_memory>" + used + "</used_memory></process_info>";
    }

    private ProcessAccounting ledger(Long... pids) throws Refusal {
        NvidiaSmi smi = machine.smi();
        smi.gpus();
        return Objects.requireNonNull(smi.allocations(Set.of(pids)).get("GPU-1"))
                .device();
    }

    private static Condition<Reading> gap(Reason reason, String words) {
        return new Condition<>(
                reading -> reading instanceof Gap gap
                        && gap.reason() == reason
                        && gap.detail().contains(words),
                "a gap, %s, that says \"%s\"",
                reason,
                words);
    }

    private void assertRefused(NvidiaSmi smi, Reason reason, String words) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(smi::gpus).satisfies(refusal -> assertThat(refusal.gap())
                .is(gap(reason, words)));
    }

    @Test
    void gpusAndWhatIsInUseAreListed() throws Refusal {
        NvidiaSmi smi = machine.gpus(GPUS).smi();
        assertThat(smi.gpus()).extracting(Gpu::toString).containsExactly("NVIDIA RTX (GPU-1)");
        assertThat(smi.used()).isEqualTo(Map.of("GPU-1", new Bytes(512 * MIB)));
        assertThat(machine.asked()).isEqualTo("gpus C\ngpus C\n");
    }

    @Test
    void aProcessThatComputesIsToldByTheFastList() throws Refusal {
        machine.gpus(GPUS).apps(APPS);
        assertThat(ledger(70L).of(Set.of(70L))).isEqualTo(new Bytes(400 * MIB));
        assertThat(machine.asked()).doesNotContain("xml");
    }

    @Test
    void gpusThatAnotherDriverListedNeedNotBeAskedForFirst() {
        NvidiaSmi smi = machine.gpus(GPUS).apps(APPS).smi();
        assertThat(smi.allocations(Set.of(70L))).containsOnlyKeys("GPU-1");
        assertThat(machine.gpus(GPUS).smi().used()).containsOnlyKeys("GPU-1");
    }

    @Test
    void aProcessThatDoesNotComputeMayDraw() throws Refusal {
        machine.gpus(GPUS).apps(APPS).xml(SmiXmlTests.gpu("GPU-1", process(71, "G", "30 MiB")));
        assertThat(ledger(71L).of(Set.of(71L))).isEqualTo(new Bytes(30 * MIB));
        assertThat(ledger(72L).of(Set.of(72L))).isEqualTo(new Bytes(0));
    }

    @Test
    void theFastListDoesNotTellTheOthers() throws Refusal {
        machine.gpus(GPUS).apps(APPS);
        assertThat(ledger(70L).of(Set.of(71L))).is(gap(Reason.PID_NOT_VISIBLE, "graphics"));
        assertThat(ledger(70L).holders()).isEmpty();
    }

    @Test
    void withoutTheFullListAMissingProcessIsNotZero() throws Refusal {
        machine.gpus(GPUS).apps(APPS);
        assertThat(ledger(71L).of(Set.of(71L))).is(gap(Reason.NOT_AVAILABLE, "255"));
        assertThat(ledger(71L).of(Set.of(70L))).isEqualTo(new Bytes(400 * MIB));
    }

    @Test
    void theFullListTellsAllHolders() throws Refusal {
        machine.gpus(GPUS)
                .apps(APPS)
                .xml(SmiXmlTests.gpu("GPU-1", process(70, "C", "400 MiB") + process(71, "G", "30 MiB")));
        assertThat(ledger().holders()).contains(Set.of(70L, 71L));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Field \"used_gpu_memory\" is not a valid field to query.\n", "what, is, this\n"})
    void theFullListStandsInForAFastListThatCannotBeRead(String apps) throws Refusal {
        machine.gpus(GPUS).apps(apps).xml(SmiXmlTests.gpu("GPU-1", process(70, "C", "400 MiB")));
        assertThat(ledger(70L).of(Set.of(70L))).isEqualTo(new Bytes(400 * MIB));
    }

    @Test
    void aGpuThatIsNoLongerListedIsLost() throws Refusal {
        NvidiaSmi smi = machine.gpus(GPUS + "GPU-2, 00000000:02:00.0, 24564, 512, NVIDIA RTX\n")
                .apps("")
                .xml(SmiXmlTests.gpu("GPU-1", ""))
                .smi();
        smi.gpus();
        machine.gpus(GPUS);
        assertThat(smi.used().get("GPU-2")).is(gap(Reason.GPU_LOST, "no longer"));
        assertThat(Objects.requireNonNull(smi.allocations(Set.of()).get("GPU-2"))
                        .device()
                        .of(Set.of(70L)))
                .is(gap(Reason.GPU_LOST, "no longer"));
    }

    @ParameterizedTest
    @ValueSource(strings = {APPS, ""})
    void inAContainerTheListIsNotTrusted(String apps) throws Refusal {
        machine.namespace("pid:[4026532301]").gpus(GPUS).apps(apps).xml(SmiXmlTests.gpu("GPU-1", ""));
        assertThat(ledger(70L).of(Set.of(70L))).is(gap(Reason.NAMESPACE_UNTRUSTED, "--pid=host"));
    }

    @Test
    void wsl2TellsOfDevicesAndNotOfProcesses() throws Refusal {
        NvidiaSmi smi = machine.device("dev/dxg")
                .gpus(GPUS)
                .apps("GPU-1, 79, [N/A], x\n")
                .smi();
        smi.gpus();
        assertThat(smi.used()).isEqualTo(Map.of("GPU-1", new Bytes(512 * MIB)));
        assertThat(ledger(79L).of(Set.of(79L))).is(gap(Reason.NOT_AVAILABLE, "WSL2"));
    }

    @Test
    void processesWithoutFiguresAreGapsWhileTheDeviceIsRead() throws Refusal {
        machine.gpus(GPUS).apps("GPU-1, 79, [N/A], x\n");
        assertThat(ledger(79L).of(Set.of(79L))).is(gap(Reason.NOT_AVAILABLE, "process 79"));
    }

    /** A GB10 has no memory of its own. */
    @Test
    void aGpuWithoutMemoryOfItsOwnTellsOfProcessesOnly() throws Refusal {
        NvidiaSmi smi = machine.gpus("GPU-1, 0000000F:01:00.0, [N/A], [N/A], NVIDIA GB10\n")
                .apps("GPU-1, 70, 512, x\nGPU-1, 71, 4000000, x\n")
                .smi();
        assertThat(smi.gpus()).extracting(gpu -> gpu.capacity().isPresent()).containsExactly(false);
        assertThat(smi.used().get("GPU-1")).is(gap(Reason.NOT_AVAILABLE, "GB10"));
        assertThat(ledger(70L).of(Set.of(70L))).isEqualTo(new Bytes(512 * MIB));
        assertThat(ledger(71L).of(Set.of(71L))).is(gap(Reason.ABI_MISMATCH, "more than"));
    }

    @ParameterizedTest
    @CsvSource({
        "9, NVIDIA-SMI has failed because it couldn't communicate with the NVIDIA driver., NO_DRIVER, install the driver",
        "18, Failed to initialize NVML: Driver/library version mismatch, NO_DRIVER, reboot",
        "255, Failed to initialize NVML: Unknown Error, NO_PERMISSION, restart the container",
        "255, Failed to initialize NVML: Insufficient Permissions, NO_PERMISSION, /dev/nvidiactl",
        "6, No devices were found, NOT_PRESENT, passed to this machine",
        "0, No devices were found, NOT_PRESENT, passed to this machine",
        "12, NVIDIA-SMI couldn't find libnvidia-ml.so library, LIBRARY_MISSING, utility",
        "15, Unable to determine the device handle: GPU is lost., GPU_LOST, reset",
        "9, '', NO_DRIVER, kernel module",
        "4, '', NO_PERMISSION, /dev/nvidiactl",
        "77, 'no idea', NOT_AVAILABLE, no idea",
        "0, '', NOT_AVAILABLE, by hand",
        "0, 'no, such, table', UNPARSABLE, 'no, such, table'"
    })
    void aFailureIsARefusalWithANextStep(int exit, String said, Reason reason, String step) {
        machine.device("proc/driver/nvidia/version");
        machine.script("echo \"" + said + "\"\nexit " + exit + "\n");
        assertRefused(machine.smi(), reason, step);
    }

    @Test
    void whatIsPrintedAsAnErrorIsToldToo() {
        machine.device("proc/driver/nvidia/version");
        machine.script("echo 'Failed to initialize NVML: Driver Not Loaded' >&2\nexit 1\n");
        assertRefused(machine.smi(), Reason.NO_DRIVER, "Driver Not Loaded");
    }

    @Test
    void aProgramWithoutADriverIsNoGpu() {
        machine.device("dev/nvidiactl").script("echo \"couldn't communicate with the NVIDIA driver\"\nexit 9\n");
        assertRefused(machine.smi(), Reason.NOT_PRESENT, "no NVIDIA GPU");
    }

    @Test
    void aWarningBesideTheTableDoesNoHarm() throws Refusal {
        machine.script("echo warning >&2\necho '" + GPUS.strip() + "'\n");
        assertThat(machine.smi().gpus()).hasSize(1);
    }

    @Test
    void aFailureAfterTheStartIsAGap() throws Refusal {
        NvidiaSmi smi = machine.gpus(GPUS).smi();
        smi.gpus();
        machine.script("echo 'GPU is lost'; exit 15\n");
        assertThat(smi.used().get("GPU-1")).is(gap(Reason.GPU_LOST, "reboot"));
        assertThat(Objects.requireNonNull(smi.allocations(Set.of(70L)).get("GPU-1"))
                        .device()
                        .of(Set.of(70L)))
                .is(gap(Reason.GPU_LOST, "reboot"));
    }

    @Test
    void aProgramThatHangsIsEndedWithItsChildren(@TempDir Path notes) throws Exception {
        Path child = notes.resolve("child");
        machine.script("sleep 600 &\necho $! > " + child + "\nwait\n");
        assertRefused(machine.smi(Duration.ofMillis(2000)), Reason.TIMED_OUT, "no answer");
        long pid = Long.parseLong(Files.readString(child).strip());
        Awaitility.await()
                .until(() -> ProcessHandle.of(pid).filter(NvidiaSmiTests::runs).isEmpty());
    }

    /** A process that has ended may stay in the table until somebody asks for its exit code. */
    private static boolean runs(ProcessHandle process) {
        return process.isAlive() && process.info().command().isPresent();
    }

    @Test
    void aProgramThatReadsItsInputFindsTheEnd() throws Refusal {
        machine.script("cat > /dev/null\necho '" + GPUS.strip() + "'\n");
        assertThat(machine.smi().gpus()).hasSize(1);
    }

    @Test
    void noProgramAndNoTraceOfAGpuIsNoGpu() {
        assertRefused(machine.withoutProgram(), Reason.NOT_PRESENT, "no NVIDIA GPU");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev/nvidia0", "dev/dxg", "proc/driver/nvidia/version"})
    void noProgramBesideAGpuIsAMissingLibrary(String trace) {
        assertRefused(machine.device(trace).withoutProgram(), Reason.LIBRARY_MISSING, "compute,utility");
    }

    @Test
    void aProgramThatCannotBeRunIsAMissingLibrary(@TempDir Path empty) {
        FakeMachine.host(empty).directory("proc/driver/nvidia");
        NvidiaSmi smi = NvidiaSmi.of(Optional.of(empty.resolve("nvidia-smi")), empty, Duration.ofSeconds(5));
        assertRefused(smi, Reason.LIBRARY_MISSING, "cannot be run");
    }

    @ParameterizedTest
    @CsvSource({
        "0, WARNING: infoROM is corrupted at gpu 0000:06:00.0",
        "14, WARNING: infoROM is corrupted at gpu 0000:06:00.0",
        "15, Unable to determine the device handle for GPU 0000:43:00.0: GPU is lost.  Reboot the system"
    })
    void oneBadDeviceHidesNoOther(int exit, String remark) throws Refusal {
        machine.gpus(GPUS + remark + "\n").apps(APPS + remark + "\n");
        machine.xml("<nvidia_smi_log>" + SmiXmlTests.gpu("GPU-1", process(70, "C", "400 MiB")) + "</nvidia_smi_log>\n"
                + remark + "\n");
        NvidiaSmi smi = machine.exit(exit).smi();
        assertThat(smi.gpus()).extracting(Gpu::id).containsExactly("GPU-1");
        assertThat(smi.used()).isEqualTo(Map.of("GPU-1", new Bytes(512 * MIB)));
        assertThat(ledger(70L).of(Set.of(70L))).isEqualTo(new Bytes(400 * MIB));
        assertThat(ledger(71L).of(Set.of(71L))).isEqualTo(new Bytes(0));
        assertThat(smi.weaknesses()).singleElement().asString().contains(remark);
        machine.gpus(GPUS);
        smi.used();
        assertThat(smi.weaknesses()).isEmpty();
    }

    @Test
    void aFullListThatBreaksOffIsNoList() throws Refusal {
        machine.gpus(GPUS).apps(APPS).xml("<nvidia_smi_log>" + SmiXmlTests.gpu("GPU-1", ""));
        machine.exit(15);
        assertThat(ledger(71L).of(Set.of(71L))).isInstanceOf(Gap.class);
    }

    @Test
    void aListThatMayNotBeReadHidesNoOther() throws Refusal {
        NvidiaSmi smi = machine.gpus(GPUS + "GPU-2, 00000000:02:00.0, 24564, 512, NVIDIA RTX\n")
                .apps("")
                .xml(SmiXmlTests.gpu("GPU-1", process(70, "C", "400 MiB"))
                        + SmiXmlTests.gpu("GPU-2", "Insufficient Permissions"))
                .smi();
        assertThat(smi.allocations(Set.of(70L)).get("GPU-1").device().of(Set.of(70L)))
                .isEqualTo(new Bytes(400 * MIB));
        assertThat(smi.allocations(Set.of(70L)).get("GPU-2").device().of(Set.of(70L)))
                .isInstanceOf(Gap.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\0", "\"/opt/with quotes\"", ""})
    void aStrangeFolderInThePathIsPassedOver(String folder) {
        Path program = machine.program();
        assertThat(NvidiaSmi.on(folder + File.pathSeparator + program.getParent()))
                .hasValue(program);
        assertThat(NvidiaSmi.on("\"" + program.getParent() + "\"")).hasValue(program);
    }
}
