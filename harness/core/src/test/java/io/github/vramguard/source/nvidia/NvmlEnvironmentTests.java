package io.github.vramguard.source.nvidia;

import static io.github.vramguard.source.nvidia.StandInNvml.GPU;
import static io.github.vramguard.source.nvidia.StandInNvml.MIB;
import static io.github.vramguard.source.nvidia.StandInNvml.SELF;
import static io.github.vramguard.source.nvidia.StandInNvml.reasonOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.github.vramguard.memory.Reading;
import io.github.vramguard.memory.Reading.Bytes;
import io.github.vramguard.memory.Reading.Reason;
import io.github.vramguard.source.gpu.Gpu;
import io.github.vramguard.source.gpu.Refusal;
import io.github.vramguard.standin.StandIn;
import io.github.vramguard.standin.StandInGpu;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The kinds of machines that NVML is met on. */
@EnabledIf(value = StandIn.IS_POSSIBLE, disabledReason = StandIn.NEEDS)
class NvmlEnvironmentTests {

    private static final String CUDA = "/dev/nvidia-uvm";

    @TempDir
    Path root;

    private StandInNvml container(String driver) {
        return StandInNvml.on(FakeMachine.container(root).process(SELF, "/dev/nvidiactl", "/dev/nvidia0", CUDA))
                .set("driver", driver);
    }

    private static String textOf(Reading reading) {
        return reading.toString();
    }

    @Test
    void onALinuxHostTheListsTellEverything() {
        StandInNvml host = StandInNvml.onHost(root).set("driver", "550.54.14");
        host.standIn().allocate(0, SELF, 100 * MIB);
        assertThat(host.of(SELF)).isEqualTo(new Bytes(100 * MIB));
        assertThat(host.of(1)).isEqualTo(new Bytes(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"565.57.01", "570.86.15", "580.65.06"})
    void inAContainerWithANewDriverTheListsAreTriedAndBelieved(String driver) {
        StandInNvml container = container(driver);
        container.standIn().allocate(0, SELF, 100 * MIB);
        assertThat(container.of(SELF)).isEqualTo(new Bytes(100 * MIB));
        assertThat(container.used()).isEqualTo(new Bytes(100 * MIB));
    }

    @ParameterizedTest
    @ValueSource(strings = {"535.113.01", "535.288.01", "545.23.06", "550.54.14", "560.35.03", "no version"})
    void inAContainerWithoutUsableAmountsThereAreNone(String driver) {
        StandInNvml container = container(driver);
        container.standIn().allocate(0, SELF, 100 * MIB);
        assertThat(reasonOf(container.of(SELF))).isEqualTo(Reason.NAMESPACE_UNTRUSTED);
        assertThat(textOf(container.of(SELF))).contains("--pid=host", "hostPID: true", driver);
        assertThat(container.used()).isEqualTo(new Bytes(100 * MIB));
    }

    @ParameterizedTest
    @ValueSource(strings = {"525.105.17", "535.104.05", "580.65.06"})
    void inAContainerTheProcessesOfTheHostAreNotTakenForOurs(String driver) {
        StandInNvml container = container(driver).set("pid.offset", 100000);
        container.standIn().allocate(0, SELF, 100 * MIB);
        assertThat(reasonOf(container.of(SELF))).isEqualTo(Reason.NAMESPACE_UNTRUSTED);
        assertThat(container.ledger().holders()).isEmpty();
    }

    @Test
    void inAContainerAProcessThatComputesAndIsBookedNothingGivesTheDriverAway() {
        StandInNvml container = container("580.65.06").set("zero", 1);
        container.standIn().allocate(0, SELF, 100 * MIB);
        assertThat(reasonOf(container.of(SELF))).isEqualTo(Reason.NAMESPACE_UNTRUSTED);
    }

    @Test
    void inAContainerTheSentinelGivesTheDriverAwayToo() {
        StandInNvml container = container("580.65.06").set("na", 1);
        container.standIn().allocate(0, SELF, 100 * MIB);
        assertThat(reasonOf(container.of(SELF))).isEqualTo(Reason.NAMESPACE_UNTRUSTED);
    }

    @Test
    void aMigDeviceIsAGpuOfItsOwn() throws Refusal {
        StandInNvml host = StandInNvml.onHost(root);
        host.standIn()
                .gpus(
                        StandInGpu.of(0, 40960),
                        StandInGpu.of(1, 8192),
                        StandInGpu.migDevice(0, 5, 10240),
                        StandInGpu.migDevice(0, 6, 20480));
        host.standIn().allocate(2, SELF, 100 * MIB);
        String first = StandInGpu.migDevice(0, 5, 0).uuid();
        String second = StandInGpu.migDevice(0, 6, 0).uuid();
        assertThat(host.nvml().gpus())
                .extracting(Gpu::id, gpu -> gpu.capacity().orElseThrow())
                .containsExactly(
                        tuple(first, 10240 * MIB),
                        tuple(second, 20480 * MIB),
                        tuple(StandInGpu.of(1, 0).uuid(), 8192 * MIB));
        var allocations = host.nvml().allocations(Set.of(SELF));
        assertThat(allocations.get(first).device().of(Set.of(SELF))).isEqualTo(new Bytes(100 * MIB));
        assertThat(allocations.get(second).device().of(Set.of(SELF))).isEqualTo(new Bytes(0));
        assertThat(host.nvml().used())
                .containsEntry(first, new Bytes(100 * MIB))
                .containsEntry(second, new Bytes(0));
    }

    @Test
    void aGpuInMigModeWithoutPartsIsNoAbsence() {
        StandInNvml host = StandInNvml.onHost(root).set("mig", 1);
        assertThatThrownBy(() -> host.nvml().gpus())
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("MIG mode")
                .hasMessageContaining("nvidia-smi -L");
    }

    @Test
    void aMigDeviceThatMayNotBeOpenedIsNamed() {
        StandInNvml host = StandInNvml.onHost(root);
        host.standIn().gpus(StandInGpu.of(0, 40960), StandInGpu.migDevice(0, 5, 10240));
        host.set("rc.nvmlDeviceGetMigDeviceHandleByIndex", 4);
        assertThatThrownBy(() -> host.nvml().gpus()).isInstanceOf(Refusal.class).hasMessageContaining("nvidia-caps");
    }

    @Test
    void aDriverThatDoesNotKnowMigHasWholeGpus() throws Refusal {
        StandInNvml older = StandInNvml.onHost(root, "nvmlDeviceGet*Mig*");
        assertThat(older.nvml().gpus()).extracting(Gpu::id).containsExactly(GPU);
    }

    /** GB10 and Thor: the device has no memory of its own. */
    private StandInNvml sharedMemory() {
        FakeMachine.host(root).file("proc/meminfo", "MemTotal:       131072000 kB\nMemFree:        1000 kB\n");
        return StandInNvml.on(new FakeMachine(root))
                .set("rc.nvmlDeviceGetMemoryInfo", 3)
                .set("rc.nvmlDeviceGetMemoryInfo_v2", 3);
    }

    @Test
    void aGpuThatSharesTheMemoryOfItsHostHasTheSumOfItsProcesses() throws Refusal {
        StandInNvml host = sharedMemory().set("crowd", 3);
        host.standIn().allocate(0, SELF, 20000 * MIB);
        assertThat(host.nvml().gpus())
                .extracting(gpu -> gpu.capacity().orElseThrow())
                .containsExactly(128000 * MIB);
        assertThat(host.of(SELF)).isEqualTo(new Bytes(20000 * MIB));
        assertThat(host.used()).isEqualTo(new Bytes(20006 * MIB));
    }

    @Test
    void aGpuThatSharesTheMemoryOfItsHostCannotHoldMore() {
        StandInNvml host = sharedMemory().set("crowd", 1).set("bytes", 131072 * MIB);
        assertThat(reasonOf(host.of(100000))).isEqualTo(Reason.ABI_MISMATCH);
        assertThat(reasonOf(host.used())).isEqualTo(Reason.ABI_MISMATCH);
    }

    @Test
    void aSumWithAnUnknownPartIsUnknown() {
        assertThat(reasonOf(sharedMemory().set("crowd", 2).set("na", 1).used())).isEqualTo(Reason.NOT_AVAILABLE);
    }

    @Test
    void aDeviceWhoseMemoryMayNotBeReadStillHasItsList() throws Refusal {
        StandInNvml host = StandInNvml.onHost(root)
                .set("crowd", 2)
                .set("rc.nvmlDeviceGetMemoryInfo_v2", 4)
                .set("rc.nvmlDeviceGetMemoryInfo", 4);
        assertThat(host.nvml().gpus()).extracting(Gpu::capacity).allMatch(capacity -> capacity.isEmpty());
        assertThat(host.of(100000)).isEqualTo(new Bytes(2 * MIB));
        assertThat(reasonOf(host.used())).isEqualTo(Reason.NO_PERMISSION);
    }

    @Test
    void aJetsonWhoseDriverHasNoFiguresIsAGap() {
        StandInNvml orin = StandInNvml.onHost(root);
        for (String list : new String[] {"Compute", "Graphics", "MPSCompute"}) {
            for (String version : new String[] {"", "_v2", "_v3"}) {
                orin.set("rc.nvmlDeviceGet" + list + "RunningProcesses" + version, 3);
            }
        }
        orin.set("rc.nvmlDeviceGetMemoryInfo", 3).set("rc.nvmlDeviceGetMemoryInfo_v2", 3);
        assertThat(reasonOf(orin.of(SELF))).isEqualTo(Reason.NOT_SUPPORTED);
        assertThat(reasonOf(orin.used())).isEqualTo(Reason.NOT_SUPPORTED);
    }

    @Test
    void anEmptyListOfAGpuThatSharesTheMemoryOfItsHostProvesNothing() {
        StandInNvml host = sharedMemory();
        assertThat(reasonOf(host.of(SELF))).isEqualTo(Reason.NOT_AVAILABLE);
        assertThat(reasonOf(host.used())).isEqualTo(Reason.NOT_AVAILABLE);
        host.set("crowd", 1);
        assertThat(host.of(SELF)).isEqualTo(new Bytes(0));
        host.set("crowd", 0);
        assertThat(host.of(SELF)).as("once it has listed an amount").isEqualTo(new Bytes(0));
        assertThat(host.used()).isEqualTo(new Bytes(0));
    }

    @Test
    void aProcessThatDoesNotUseCudaHoldsNothingThere() {
        StandInNvml host = sharedMemory();
        host.machine().directory("dev/nvidia-uvm").process(SELF, "/dev/nvidiactl", "/dev/nvidia0");
        assertThat(host.of(SELF)).isEqualTo(new Bytes(0));
        assertThat(host.used()).isEqualTo(new Bytes(0));
        host.machine().remove("proc/" + SELF);
        host.machine().process(SELF, "/dev/nvidiactl", "/dev/nvidia0", "/dev/nvidia-uvm");
        assertThat(reasonOf(host.of(SELF))).isEqualTo(Reason.NOT_AVAILABLE);
        assertThat(reasonOf(host.used())).isEqualTo(Reason.NOT_AVAILABLE);
    }
}
