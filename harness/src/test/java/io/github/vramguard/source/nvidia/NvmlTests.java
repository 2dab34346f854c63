package io.github.vramguard.source.nvidia;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.vramguard.memory.Reading.Bytes;
import io.github.vramguard.source.gpu.Gpu;
import io.github.vramguard.source.gpu.Ledger;
import io.github.vramguard.source.gpu.Refusal;
import io.github.vramguard.standin.StandIn;
import io.github.vramguard.standin.StandInGpu;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** NVML on the host, with one and with several GPUs. */
@EnabledIf("io.github.vramguard.standin.StandIn#isPossible")
class NvmlTests {

    private static final long MIB = 1 << 20;
    private static final long SELF = ProcessHandle.current().pid();
    private static final String GPU = StandInGpu.of(0, 0).uuid();

    @TempDir
    Path root;

    private StandIn standIn;
    private Nvml nvml;

    @BeforeEach
    void aHostWithOneGpu() {
        standIn = StandIn.start(root);
        nvml = new Nvml(FakeMachine.host(root).with(standIn.library()));
    }

    private Ledger ledger(long... pids) {
        return nvml.bookings(Set.of(SELF)).get(GPU).device();
    }

    @Test
    void aGpuHasItsUuidItsNameAndItsMemory() throws Refusal {
        assertThat(nvml.gpus())
                .extracting(Gpu::id, Gpu::name, gpu -> gpu.capacity().orElseThrow())
                .containsExactly(tuple(GPU, "Stand-in", 8192 * MIB));
    }

    @Test
    void theAllocationsOfAProcessAreSummed() {
        standIn.allocate(0, SELF, 100 * MIB);
        standIn.allocate(0, SELF, 28 * MIB);
        assertThat(ledger().of(Set.of(SELF))).isEqualTo(new Bytes(128 * MIB));
    }
}
