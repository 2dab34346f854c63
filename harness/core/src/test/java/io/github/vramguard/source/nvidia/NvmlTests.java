package io.github.vramguard.source.nvidia;

import static io.github.vramguard.source.nvidia.StandInNvml.GPU;
import static io.github.vramguard.source.nvidia.StandInNvml.MIB;
import static io.github.vramguard.source.nvidia.StandInNvml.SELF;
import static io.github.vramguard.source.nvidia.StandInNvml.reasonOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.github.vramguard.memory.Reading.Bytes;
import io.github.vramguard.memory.Reading.Reason;
import io.github.vramguard.source.gpu.Gpu;
import io.github.vramguard.source.gpu.Refusal;
import io.github.vramguard.standin.Allocation;
import io.github.vramguard.standin.Allocator;
import io.github.vramguard.standin.StandIn;
import io.github.vramguard.standin.StandInGpu;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** NVML on a host, where it tells everything. */
@EnabledIf(value = StandIn.IS_POSSIBLE, disabledReason = StandIn.NEEDS)
class NvmlTests {

    @TempDir
    Path root;

    private StandInNvml host;

    @BeforeEach
    void aHostWithOneGpu() {
        host = StandInNvml.onHost(root);
    }

    @Test
    void aGpuHasItsUuidItsNameAndItsMemory() throws Refusal {
        assertThat(host.nvml().gpus())
                .extracting(Gpu::id, Gpu::name, gpu -> gpu.capacity().orElseThrow())
                .containsExactly(tuple(GPU, "Stand-in", 8192 * MIB));
    }

    @Test
    void theAllocationsOfAProcessAreSummed() {
        host.standIn().allocate(0, SELF, 100 * MIB);
        host.standIn().allocate(0, SELF, 28 * MIB);
        assertThat(host.of(SELF)).isEqualTo(new Bytes(128 * MIB));
    }

    @Test
    void whatIsGivenBackIsGone() {
        Allocation model = host.standIn().allocate(0, SELF, 100 * MIB);
        assertThat(host.ledger().holders()).hasValue(Set.of(SELF));
        model.close();
        assertThat(host.ledger().holders()).hasValue(Set.of());
        assertThat(host.of(SELF)).isEqualTo(new Bytes(0));
    }

    @Test
    void anotherProcessIsToldApart() {
        host.standIn().allocate(0, SELF, 3 * MIB);
        try (Allocator server = host.standIn().allocator(0).alloc(40 * MIB).alloc(2 * MIB)) {
            assertThat(host.of(server.pid())).isEqualTo(new Bytes(42 * MIB));
            server.free();
            assertThat(host.of(server.pid())).isEqualTo(new Bytes(40 * MIB));
            assertThat(host.of(SELF)).isEqualTo(new Bytes(3 * MIB));
            assertThat(host.used()).isEqualTo(new Bytes(43 * MIB));
        }
    }

    @Test
    void theMemoryOfAKilledProcessComesBackALittleLater() {
        host.set("release.delay", 300);
        try (Allocator server = host.standIn().allocator(0).alloc(40 * MIB)) {
            host.of(server.pid());
            server.kill();
            assertThat(host.of(server.pid())).isEqualTo(new Bytes(40 * MIB));
            await().untilAsserted(() -> assertThat(host.of(server.pid())).isEqualTo(new Bytes(0)));
        }
    }

    @Test
    void gpusAreToldApartByUuidWhateverTheirOrder() {
        host.standIn().gpus(StandInGpu.of(7, 1024), StandInGpu.of(0, 2048));
        host.standIn().allocate(1, SELF, 5 * MIB);
        assertThat(host.of(SELF)).isEqualTo(new Bytes(5 * MIB));
        assertThat(host.nvml().used())
                .containsExactly(
                        Map.entry(StandInGpu.of(7, 0).uuid(), new Bytes(0)), Map.entry(GPU, new Bytes(5 * MIB)));
    }

    /** Each list has the whole of a process. */
    @Test
    void aProcessInSeveralListsCountsOnce() {
        host.standIn().allocate(0, SELF, 100 * MIB);
        host.set("graphics", 1).set("mps", 1);
        assertThat(host.of(SELF)).isEqualTo(new Bytes(100 * MIB));
    }

    @Test
    void aProcessThatOnlyDrawsIsSeen() {
        host.set("compute", 0).set("graphics", 1);
        host.standIn().allocate(0, SELF, 100 * MIB);
        assertThat(host.of(SELF)).isEqualTo(new Bytes(100 * MIB));
    }

    @Test
    void theSentinelIsAGapAndNoAmount() {
        host.standIn().allocate(0, SELF, 100 * MIB);
        host.set("na", 1);
        assertThat(reasonOf(host.of(SELF))).isEqualTo(Reason.NOT_AVAILABLE);
        assertThat(host.ledger().holders()).hasValue(Set.of(SELF));
    }

    @Test
    void theMemoryInUseDoesNotCountWhatTheDriverKeeps() {
        host.standIn().allocate(0, SELF, 100 * MIB);
        assertThat(host.used()).isEqualTo(new Bytes(100 * MIB));
    }

    @ParameterizedTest
    @ValueSource(strings = {"3", "13", "25"})
    void anOlderDriverCountsWhatItKeepsAndGoesOnToDoSo(String code) {
        host.set("rc.nvmlDeviceGetMemoryInfo_v2", code);
        assertThat(host.used()).isEqualTo(new Bytes(256 * MIB));
        host.standIn().unset("rc.nvmlDeviceGetMemoryInfo_v2");
        assertThat(host.used()).isEqualTo(new Bytes(256 * MIB));
    }

    /** A gap is better than an amount of another kind. */
    @Test
    void aDriverThatKnewTheNewerFunctionIsNotAskedByTheOlder() {
        assertThat(host.used()).isEqualTo(new Bytes(0));
        host.set("rc.nvmlDeviceGetMemoryInfo_v2", 3);
        assertThat(reasonOf(host.used())).isEqualTo(Reason.NOT_SUPPORTED);
    }

    @Test
    void aDriverWithoutTheNewerFunctionIsAskedByTheOlder() {
        StandInNvml older = StandInNvml.onHost(root.resolve("older"), "nvmlDeviceGetMemoryInfo_v2");
        assertThat(older.used()).isEqualTo(new Bytes(256 * MIB));
    }

    @Test
    void aLostGpuIsAGapAndTheOthersGoOn() {
        host.standIn().gpus(StandInGpu.of(7, 1024), StandInGpu.of(0, 2048));
        host.standIn().allocate(1, SELF, 5 * MIB);
        host.ledger();
        host.set("rc.nvmlDeviceGetComputeRunningProcesses_v3@0", 15).set("rc.nvmlDeviceGetMemoryInfo_v2@0", 15);
        String lost = StandInGpu.of(7, 0).uuid();
        assertThat(reasonOf(
                        host.nvml().allocations(Set.of(SELF)).get(lost).device().of(Set.of(SELF))))
                .isEqualTo(Reason.GPU_LOST);
        assertThat(reasonOf(host.nvml().used().get(lost))).isEqualTo(Reason.GPU_LOST);
        assertThat(host.of(SELF)).isEqualTo(new Bytes(5 * MIB));
        assertThat(host.used()).isEqualTo(new Bytes(5 * MIB));
    }

    @Test
    void aGpuThatCannotBeOpenedIsLeftOutAndNamed() throws Refusal {
        host.standIn().gpus(StandInGpu.of(7, 1024), StandInGpu.of(0, 2048));
        host.set("rc.nvmlDeviceGetUUID@0", 15);
        assertThat(host.nvml().gpus()).extracting(Gpu::id).containsExactly(GPU);
        assertThat(host.nvml().weaknesses())
                .anySatisfy(weakness -> assertThat(weakness).contains("left out", "GPU is lost"));
    }

    @Test
    void whenNoGpuCanBeOpenedTheFirstSaysWhy() {
        host.set("rc.nvmlDeviceGetHandleByIndex_v2", 4);
        assertThatThrownBy(() -> host.nvml().gpus()).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(
                        refusal.gap().reason())
                .isEqualTo(Reason.NO_PERMISSION));
    }

    @Test
    void aDriverThatDrivesNothingIsNoAbsence() {
        host.machine().directory("proc/driver/nvidia");
        host.standIn().gpus();
        assertThatThrownBy(() -> host.nvml().gpus())
                .hasMessageContaining("NVIDIA_VISIBLE_DEVICES")
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.gap().reason()).isEqualTo(Reason.NO_DRIVER));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nvmlDeviceGetComputeRunningProcesses_v3", "nvmlDeviceGetMemoryInfo_v2"})
    void aLibraryThatSomeoneShutDownIsStartedOnceMore(String function) {
        host.standIn().allocate(0, SELF, MIB);
        host.ledger();
        host.set("rc." + function, "1*1");
        assertThat(host.of(SELF)).isEqualTo(new Bytes(MIB));
        assertThat(host.used()).isEqualTo(new Bytes(MIB));
    }

    @Test
    void aLibraryThatStaysShutDownIsAGap() {
        host.ledger();
        host.set("rc.nvmlDeviceGetComputeRunningProcesses_v3", 1);
        assertThat(reasonOf(host.of(SELF))).isEqualTo(Reason.NO_DRIVER);
    }

    @Test
    void nothingIsAskedBeforeTheFirstQuestion() throws Refusal {
        host.set("rc.nvmlInit_v2", "9*1");
        Nvml later = new Nvml(host.machine().with(host.standIn().library()));
        assertThatThrownBy(later::gpus).isInstanceOf(Refusal.class);
        assertThat(later.gpus()).hasSize(1);
    }

    @Test
    void whileItRefusesThereAreNoReadings() {
        host.set("rc.nvmlInit_v2", 9);
        assertThat(host.nvml().allocations(Set.of(SELF))).isEmpty();
        assertThat(host.nvml().used()).isEmpty();
        assertThat(host.nvml().peaks(Set.of(SELF))).isEmpty();
        assertThat(host.nvml().weaknesses()).isEmpty();
    }

    @Test
    void aDriverThatStartsAnIdleGpuAnewIsNamed() {
        assertThat(host.nvml().weaknesses()).isEmpty();
        host.set("persistence", 0);
        assertThat(host.nvml().weaknesses()).singleElement().asString().contains("nvidia-smi -pm 1");
    }

    @Test
    void aModeThatADeviceCannotHaveIsNoWeakness() {
        host.set("rc.nvmlDeviceGetPersistenceMode", 3);
        assertThat(host.nvml().weaknesses()).isEmpty();
    }
}
