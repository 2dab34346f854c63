package io.github.vramguard.source.nvidia;

import static io.github.vramguard.source.nvidia.StandInNvml.GPU;
import static io.github.vramguard.source.nvidia.StandInNvml.MIB;
import static io.github.vramguard.source.nvidia.StandInNvml.SELF;
import static io.github.vramguard.source.nvidia.StandInNvml.reasonOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.vramguard.Targets;
import io.github.vramguard.memory.MemoryTarget.OneProcess;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.Reading.Bytes;
import io.github.vramguard.memory.Reading.Reason;
import io.github.vramguard.source.Sources;
import io.github.vramguard.source.gpu.Refusal;
import io.github.vramguard.standin.Allocator;
import io.github.vramguard.standin.StandIn;
import io.github.vramguard.standin.StandInGpu;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** The rules that hold for every reading of a GPU, whatever the driver. Each was broken by a tool that people use. */
@EnabledIf(value = StandIn.IS_POSSIBLE, disabledReason = StandIn.NEEDS)
class HardRulesTests {

    @TempDir
    Path root;

    private StandInNvml inAContainer() {
        return StandInNvml.on(FakeMachine.container(root).process(SELF, "/dev/nvidia0", "/dev/nvidia-uvm"));
    }

    @Test
    void rule1AMissingProcessIsNotZeroUnlessThatIsProven() {
        StandInNvml container = inAContainer();
        container.machine().process(4711, "/dev/nvidia0");
        container
                .standIn()
                .set(
                        "pid.offset",
                        4711 - ProcessHandle.current().parent().orElseThrow().pid());
        container
                .standIn()
                .allocate(0, ProcessHandle.current().parent().orElseThrow().pid(), 100 * MIB);
        assertThat(reasonOf(container.of(SELF))).isEqualTo(Reason.NAMESPACE_UNTRUSTED);

        StandInNvml host = StandInNvml.onHost(root.resolve("host"));
        host.standIn()
                .allocate(0, ProcessHandle.current().parent().orElseThrow().pid(), 100 * MIB);
        assertThat(host.of(SELF)).isEqualTo(new Bytes(0));
    }

    @Test
    void rule2TheSentinelAndMoreThanTheDeviceHasAreNoAmounts() {
        StandInNvml host = StandInNvml.onHost(root);
        host.standIn().allocate(0, SELF, 100 * MIB);
        host.set("na", 1);
        assertThat(reasonOf(host.of(SELF))).isEqualTo(Reason.NOT_AVAILABLE);
        host.standIn().unset("na").set("bytes", 8300 * MIB);
        assertThat(reasonOf(host.of(SELF))).isEqualTo(Reason.ABI_MISMATCH);
    }

    @Test
    void rule3ListsOfOneProcessAreMergedByTheMaximum() {
        StandInNvml host = StandInNvml.onHost(root).set("graphics", 1).set("mps", 1);
        host.standIn().allocate(0, SELF, 100 * MIB);
        assertThat(host.of(SELF)).isEqualTo(new Bytes(100 * MIB));
    }

    @Test
    void rule4AProcessIsItsIdAndItsStartAndAGpuItsUuid() {
        OneProcess self = Targets.process(SELF);
        OneProcess earlier = new OneProcess(SELF, self.started() - 1, self.command());
        assertThat(Sources.of(self, Set.of()).read(self).get(Pool.RESIDENT).amount())
                .isPresent();
        assertThat(reasonOf(Sources.of(self, Set.of()).read(earlier).get(Pool.RESIDENT)))
                .isEqualTo(Reason.PROCESS_GONE);

        StandInNvml host = StandInNvml.onHost(root);
        host.standIn().gpus(StandInGpu.of(7, 1024), StandInGpu.of(0, 2048));
        host.standIn().allocate(1, SELF, 5 * MIB);
        assertThat(host.nvml().allocations(Set.of(SELF)).get(GPU).device().of(Set.of(SELF)))
                .isEqualTo(new Bytes(5 * MIB));
    }

    @Test
    void rule5MemoryOfAKilledProcessComesBackLater() {
        StandInNvml host = StandInNvml.onHost(root).set("release.delay", 300);
        try (Allocator server = host.standIn().allocator(0).alloc(40 * MIB)) {
            host.of(server.pid());
            server.kill();
            assertThat(host.of(server.pid())).isEqualTo(new Bytes(40 * MIB));
            await().untilAsserted(() -> assertThat(host.of(server.pid())).isEqualTo(new Bytes(0)));
        }
    }

    @Test
    void rule6NoReadingLoadsWhatCouldMakeAContext() throws IOException, Refusal {
        StandInNvml host = StandInNvml.onHost(root).set("accounting", 1);
        host.nvml().gpus();
        host.ledger();
        host.used();
        host.nvml().peaks(Set.of(SELF));
        assertThat(Files.readString(Path.of("/proc/self/maps")))
                .contains("libnvidia-ml")
                .doesNotContain("libcuda", "libcudart", "libamdhip", "libhsa-runtime", "libOpenCL", "libze_loader");
    }
}
