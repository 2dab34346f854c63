package io.github.vramguard.source.nvidia;

import static io.github.vramguard.source.nvidia.StandInNvml.GPU;
import static io.github.vramguard.source.nvidia.StandInNvml.MIB;
import static io.github.vramguard.source.nvidia.StandInNvml.SELF;
import static io.github.vramguard.source.nvidia.StandInNvml.reasonOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.vramguard.memory.Reading;
import io.github.vramguard.memory.Reading.Bytes;
import io.github.vramguard.memory.Reading.Reason;
import io.github.vramguard.source.gpu.ProcessAccounting;
import io.github.vramguard.standin.Allocator;
import io.github.vramguard.standin.StandIn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** Peaks by the driver's accounting. */
@EnabledIf(value = StandIn.IS_POSSIBLE, disabledReason = StandIn.NEEDS)
class NvmlPeaksTests {

    private static final Instant BOOT = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant START = BOOT.plusSeconds(1000);

    @TempDir
    Path root;

    private StandInNvml host() {
        FakeMachine machine = FakeMachine.host(root)
                .file("proc/stat", "cpu  1 2 3\nbtime " + BOOT.getEpochSecond() + "\nprocesses 5\n")
                .file("proc/" + SELF + "/stat", SELF + " (a) b) S " + "0 ".repeat(18) + "100000 0 0\n");
        return StandInNvml.on(machine).set("accounting", 1);
    }

    private static Map<String, ProcessAccounting> peaks(StandInNvml host) {
        return host.nvml().peaks(Set.of(SELF));
    }

    @Test
    void theDriverRemembersTheMostThatAProcessHeld() {
        StandInNvml host = host();
        host.standIn().allocate(0, SELF, 100 * MIB).close();
        host.standIn().allocate(0, SELF, 60 * MIB);
        assertThat(host.of(SELF)).isEqualTo(new Bytes(60 * MIB));
        assertThat(peaks(host).get(GPU).of(Set.of(SELF))).isEqualTo(new Bytes(100 * MIB));
    }

    @Test
    void theDriverRemembersItOfOthersToo() {
        StandInNvml host = host();
        try (Allocator server = host.standIn().allocator(0).alloc(40 * MIB).alloc(40 * MIB)) {
            server.free();
            assertThat(host.nvml().peaks(Set.of(server.pid())).get(GPU).of(Set.of(server.pid())))
                    .isEqualTo(new Bytes(80 * MIB));
        }
    }

    @Test
    void aProcessWithoutARecordIsUnknown() {
        assertThat(reasonOf(peaks(host()).get(GPU).of(Set.of(SELF)))).isEqualTo(Reason.PID_NOT_VISIBLE);
    }

    @Test
    void withoutAccountingThereIsAGapThatSaysHowToSwitchItOn() {
        Reading peak = peaks(host().set("accounting", 0)).get(GPU).of(Set.of(SELF));
        assertThat(reasonOf(peak)).isEqualTo(Reason.DISABLED);
        assertThat(peak).asString().contains("nvidia-smi -am 1");
    }

    @Test
    void aDeviceThatCannotKeepThemHasNone() {
        assertThat(peaks(host().set("rc.nvmlDeviceGetAccountingMode", 3))).isEmpty();
    }

    @Test
    void theRecordOfAnEarlierProcessWithTheSameIdIsNotOurs() throws IOException {
        StandInNvml host = host();
        host.standIn().allocate(0, SELF, 100 * MIB);
        Path record = host.standIn().directory().resolve("peaks/0/" + SELF);
        Files.setLastModifiedTime(record, FileTime.from(START.minusSeconds(3)));
        assertThat(reasonOf(peaks(host).get(GPU).of(Set.of(SELF)))).isEqualTo(Reason.PID_NOT_VISIBLE);
        Files.setLastModifiedTime(record, FileTime.from(START.minusSeconds(1)));
        assertThat(peaks(host).get(GPU).of(Set.of(SELF))).isEqualTo(new Bytes(100 * MIB));
    }

    @Test
    void moreThanTheDeviceHasIsNoPeak() {
        StandInNvml host = host();
        host.standIn().allocate(0, SELF, 9000 * MIB);
        assertThat(reasonOf(peaks(host).get(GPU).of(Set.of(SELF)))).isEqualTo(Reason.ABI_MISMATCH);
    }

    @Test
    void anObstacleIsAGap() {
        StandInNvml host = host().set("rc.nvmlDeviceGetAccountingStats", 15);
        assertThat(reasonOf(peaks(host).get(GPU).of(Set.of(SELF)))).isEqualTo(Reason.GPU_LOST);
    }

    /** The driver looks a record up by a process id of the host. */
    @Test
    void inAContainerThereAreNoneUntilTheListsAreProven() {
        StandInNvml container = StandInNvml.on(FakeMachine.container(root).process(SELF, "/dev/nvidia-uvm"))
                .set("accounting", 1);
        assertThat(peaks(container)).isEmpty();
        container.standIn().allocate(0, SELF, 100 * MIB);
        container.ledger();
        assertThat(peaks(container).get(GPU).of(Set.of(SELF))).isEqualTo(new Bytes(100 * MIB));
    }
}
