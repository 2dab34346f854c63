package io.github.vramguard.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.Reading;
import io.github.vramguard.memory.Reading.Bytes;
import io.github.vramguard.memory.Reading.DeviceBytes;
import io.github.vramguard.memory.Reading.Gap;
import io.github.vramguard.memory.Reading.Reason;
import io.github.vramguard.memory.Snapshot;
import io.github.vramguard.server.Disagreement.Kind;
import io.github.vramguard.server.Reconciliation.Allocation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReconciliationTests {

    private static final long MIB = 1 << 20;
    private static final Pool GPU = Pool.gpu(0);

    /** All in MiB on one GPU. */
    @ParameterizedTest
    @CsvSource({
        "5000,    0, 5400,    0, ''", // a context and workspaces
        "5000,    0, 6500,    0, ''",
        "5000,    0, 6536,    0, ''", // 1.5 GiB more
        "5000,    0, 6537,    0, MORE_THAN_THE_MODEL",
        "40000,   0, 44000,   0, ''", // a tenth more
        "40000,   0, 44001,   0, MORE_THAN_THE_MODEL",
        "5000,    0, 4500,    0, ''", // a tenth less
        "5000,    0, 4499,    0, NOT_ON_THE_GPU",
        "5000,    0,    0,    0, NOT_ON_THE_GPU",
        "5000,  300,  310,  300, NOT_ON_THE_GPU",
        "60,      0,    0,    0, ''", // too small to tell
        "64,      0,    0,    0, ''",
        "65,      0,    0,    0, NOT_ON_THE_GPU",
        "0,       0,    0,    0, ''", // on the CPU, and the server says so
        "0,       0, 6000,    0, MORE_THAN_THE_MODEL",
        "5000, 5400, 5400,    0, ''", // it was loaded before
        "5000, 5000, 5300, 5000, ''", // what was kept is used again
        "5000, 9000, 14300, 9000, ''", // beside another model
        "5000,    0, 5400, 1350, ''", // three quarters are back
        "5000,    0, 5400, 1351, HELD_AFTER_UNLOAD",
        "5000,    0, 5400, 5400, HELD_AFTER_UNLOAD",
        "100,     0,  120,   64, ''", // a context of a small model
        "100,     0,  120,   65, HELD_AFTER_UNLOAD",
        "5000,  900, 6000,  300, ''", // below the level before
    })
    void whatTheServerTellsIsComparedWithWhatTheDriverBooked(
            long reported, long before, long loaded, long after, String kind) {
        Reconciliation both =
                both(reported, new Allocation(GPU, before * MIB, loaded * MIB, OptionalLong.of(after * MIB)));

        assertThat(both.obstacle()).isEmpty();
        assertThat(both.disagreements())
                .extracting(disagreement -> disagreement.kind().name())
                .containsExactlyElementsOf(kind.isEmpty() ? List.of() : List.of(kind));
    }

    private static Reconciliation both(long reported, Allocation... allocations) {
        OptionalLong bytes = OptionalLong.of(reported * MIB);
        return new Reconciliation(bytes, bytes, List.of(allocations), true, Duration.ofMillis(2100));
    }

    @Test
    void everyGpuOfAModelMayHaveItsOverhead() {
        Allocation one = new Allocation(GPU, 0, 4000 * MIB, OptionalLong.of(0));
        Allocation two = new Allocation(Pool.gpu(1), 0, 4000 * MIB, OptionalLong.of(0));
        Allocation unused = new Allocation(Pool.gpu(1), 0, 0, OptionalLong.of(0));

        assertThat(both(5000, one, two).disagreements()).isEmpty();
        assertThat(both(2000, one, unused).disagreements())
                .extracting(Disagreement::kind)
                .containsExactly(Kind.MORE_THAN_THE_MODEL);
    }

    @Test
    void aDisagreementHasBothFiguresAndANextStep() {
        Allocation held = new Allocation(GPU, 0, 812 * MIB, OptionalLong.of(812 * MIB));

        assertThat(both(600, held).disagreements())
                .extracting(Disagreement::toString)
                .containsExactly(
                        "gpu0 still held 812 MiB 2.1 s after the server had said that the model is unloaded; see"
                                + " whether a process of it still runs; if the driver is only slow, raise"
                                + " vramguard.settle.gpu-window");
        assertThat(both(4096, held).disagreements().get(0).toString())
                .startsWith(
                        "the server reports 4 GiB on GPUs, and the drivers have allocated 812 MiB for its processes; see");
    }

    @Test
    void aServerThatDoesNotTellIsNotBlamed() {
        Reconciliation silent = of(List.of(held("tiny:latest", -1)), bytes(0), bytes(6000), bytes(0));

        assertThat(silent.obstacle()).hasValue("the server does not report how much of the model is on a GPU");
        assertThat(silent.disagreements()).isEmpty();
    }

    @Test
    void whatIsHeldAfterTheUnloadNeedsNoFiguresOfTheServer() {
        Reconciliation silent = of(List.of(), bytes(0), bytes(6000), bytes(6000));

        assertThat(silent.disagreements()).extracting(Disagreement::kind).containsExactly(Kind.HELD_AFTER_UNLOAD);
    }

    @Test
    void whereNoGpuIsReadNothingIsClaimed() {
        Gap gap = new Gap(Reason.NOT_PRESENT, "no GPU");
        Reconciliation unread = of(List.of(held("tiny:latest", 5000)), gap, gap, gap);

        assertThat(unread.obstacle()).hasValue("no GPU is read");
        assertThat(unread.disagreements()).isEmpty();
    }

    @Test
    void aWholeDeviceTellsNothingOnceOthersHaveCome() {
        Reading alone = new DeviceBytes(100 * MIB, Set.of());
        Reading crowded = new DeviceBytes(9000 * MIB, Set.of("python (pid 7)"));
        List<LoadedModel> reported = List.of(held("tiny:latest", 5000));

        assertThat(of(reported, alone, crowded, alone).obstacle()).hasValue("no GPU is read");
        assertThat(of(reported, alone, new DeviceBytes(9000 * MIB, Set.of()), alone)
                        .disagreements())
                .extracting(Disagreement::kind)
                .containsExactly(Kind.MORE_THAN_THE_MODEL);
    }

    @Test
    void ofSeveralModelsTheOneThatWasLoadedIsCompared() {
        List<LoadedModel> two = List.of(held("big:latest", 9000), held("tiny:latest", 500));

        Reconciliation both = of(two, bytes(9500), bytes(10300), bytes(9500));

        assertThat(both.reported()).hasValue(500 * MIB);
        assertThat(both.reportedOfAll()).hasValue(9500 * MIB);
        assertThat(both.allocated()).isEqualTo(800 * MIB);
        assertThat(both.disagreements()).isEmpty();
    }

    private static LoadedModel held(String model, long deviceMib) {
        OptionalLong bytes = deviceMib < 0 ? OptionalLong.empty() : OptionalLong.of(deviceMib * MIB);
        return new LoadedModel(model, bytes, bytes, OptionalLong.empty());
    }

    private static Bytes bytes(long mib) {
        return new Bytes(mib * MIB);
    }

    private static Reconciliation of(List<LoadedModel> held, Reading before, Reading loaded, Reading after) {
        return Reconciliation.of("tiny", held, snapshot(before), snapshot(loaded), snapshot(after));
    }

    private static Snapshot snapshot(Reading reading) {
        return Snapshot.settled(Instant.EPOCH, Map.of(GPU, reading), Duration.ofSeconds(2));
    }
}
