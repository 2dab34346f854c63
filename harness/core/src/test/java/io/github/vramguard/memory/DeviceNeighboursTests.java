package io.github.vramguard.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vramguard.memory.Reading.Bytes;
import io.github.vramguard.memory.Reading.DeviceBytes;
import io.github.vramguard.memory.Reading.Gap;
import io.github.vramguard.memory.Reading.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DeviceNeighboursTests {

    private static final Pool GPU = Pool.gpu(0);

    private final DeviceNeighbours company = new DeviceNeighbours();

    private Reading comparable(long bytes, String... others) {
        return company.comparable(GPU, new DeviceBytes(bytes, Set.of(others)));
    }

    @Test
    void aDeviceWithTheSameOthersCanBeCompared() {
        assertThat(comparable(1, "a", "b")).isEqualTo(new DeviceBytes(1, Set.of("a", "b")));
        assertThat(comparable(2, "b", "a")).isEqualTo(new DeviceBytes(2, Set.of("a", "b")));
    }

    @Test
    void aDeviceThatOthersJoinedOrLeftIsAGapThatNamesThem() {
        comparable(1, "a", "b");
        assertThat(comparable(2, "b", "c"))
                .isEqualTo(
                        new Gap(
                                Reason.NOT_ATTRIBUTABLE,
                                "gpu0 is read for the whole device, and other processes changed: c started, a ended; run alone on the device"));
    }

    @Test
    void aDeviceIsComparedWithTheFirstReadingAndNotWithTheLast() {
        comparable(1);
        assertThat(comparable(2, "a")).isInstanceOf(Gap.class);
        assertThat(comparable(3)).isEqualTo(new DeviceBytes(3, Set.of()));
    }

    @Test
    void theMemoryOfTheTargetItselfIsLeftAlone() {
        comparable(1);
        assertThat(company.comparable(GPU, new Bytes(5))).isEqualTo(new Bytes(5));
    }

    @Test
    void aTraceHasAGapWhereTheOthersMoved() {
        Trace trace = Trace.of(new MemoryTarget.ThisJvm(1), Map.of())
                .with(level(new DeviceBytes(1, Set.of())))
                .with(level(new DeviceBytes(9, Set.of("python (pid 7)"))))
                .with(level(new DeviceBytes(2, Set.of())));
        assertThat(trace.series(GPU))
                .satisfiesExactly(
                        first -> assertThat(first.amount()).hasValue(1),
                        second -> assertThat(second).isInstanceOf(Gap.class),
                        third -> assertThat(third.amount()).hasValue(2));
    }

    private static Snapshot level(Reading reading) {
        return Snapshot.settled(Instant.EPOCH, Map.of(GPU, reading), Duration.ZERO);
    }
}
