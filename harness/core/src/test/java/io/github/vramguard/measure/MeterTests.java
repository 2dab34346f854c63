package io.github.vramguard.measure;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vramguard.memory.MemoryTarget;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.Reading;
import io.github.vramguard.memory.Reading.Gap;
import io.github.vramguard.memory.Reading.Reason;
import io.github.vramguard.memory.Snapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MeterTests {

    private static final long MIB = 1024 * 1024;
    private static final Settling QUICK =
            new Settling(Duration.ofMillis(60), Duration.ofMillis(60), Duration.ofMillis(500));

    /** For levels that come back: on a slow machine nothing may seem to hold still before. */
    private static final Settling PATIENT =
            new Settling(Duration.ofMinutes(1), Duration.ofMinutes(1), Duration.ofMinutes(2));

    private final ScriptedSource source = new ScriptedSource();

    private Meter meter() {
        return meter(QUICK);
    }

    private Meter meter(Settling settling) {
        return Meter.of(new MemoryTarget.ThisJvm(1), source, settling);
    }

    private static Snapshot level(Pool pool, long amount) {
        return Snapshot.settled(Instant.EPOCH, Map.of(pool, Reading.of(pool, amount)), Duration.ZERO);
    }

    @Test
    void aMomentarySnapshotReclaimsNothing() {
        source.reading(Pool.HEAP, 5L);

        assertThat(meter().now().of(Pool.HEAP)).isEqualTo(new Reading.Bytes(5));
        assertThat(source.reclaims()).isZero();
    }

    @Test
    void aFirstLevelIsTakenWhenItNoLongerFalls() {
        source.reading(Pool.NATIVE, 90 * MIB, 70 * MIB, 50 * MIB, 50 * MIB);

        assertThat(meter().settled().of(Pool.NATIVE)).isEqualTo(new Reading.Bytes(50 * MIB));
    }

    @Test
    void aLevelThatIsBackIsBelievedAtOnce() {
        source.reading(Pool.NATIVE, 50 * MIB);

        meter().settled(level(Pool.NATIVE, 50 * MIB));

        assertThat(source.reads()).isEqualTo(1);
    }

    @Test
    void aLevelThatIsHighIsReadAgainUntilItIsBack() {
        source.reading(Pool.NATIVE, 90 * MIB, 90 * MIB, 90 * MIB, 50 * MIB);

        Snapshot settled = meter(PATIENT).settled(level(Pool.NATIVE, 50 * MIB));

        assertThat(settled.of(Pool.NATIVE)).isEqualTo(new Reading.Bytes(50 * MIB));
        assertThat(source.reclaims()).isEqualTo(4);
    }

    /** Its compilers keep what they freed for 5 s, half of the timeout of settling. */
    @Test
    void theCompilersOfAJvmWithoutNativeMemoryTrackingAreGivenTime() {
        Settling quick = new Settling(Duration.ofMillis(20), Duration.ofMillis(20), Duration.ofSeconds(4));
        source.mixed().reading(Pool.NATIVE, 59 * MIB, 59 * MIB, 59 * MIB, 50 * MIB);

        Snapshot settled = meter(quick).settled(level(Pool.NATIVE, 50 * MIB));

        assertThat(settled.of(Pool.NATIVE)).isEqualTo(new Reading.Bytes(50 * MIB));
        assertThat(source.reclaims())
                .as("only the first look needs a collection")
                .isLessThanOrEqualTo(2);
    }

    @Test
    void aLeakBesideTheCompilersIsBelievedWhenTheyHadTheirTime() {
        source.mixed().reading(Pool.NATIVE, 59 * MIB);

        Snapshot settled = meter().settled(level(Pool.NATIVE, 50 * MIB));

        assertThat(settled.of(Pool.NATIVE)).isEqualTo(new Reading.Bytes(59 * MIB));
        assertThat(settled.settled().orElseThrow()).isGreaterThanOrEqualTo(Duration.ofMillis(250));
    }

    @Test
    void aLevelThatStaysHighIsBelievedWhenItHeldStill() {
        source.reading(Pool.NATIVE, 90 * MIB);

        Snapshot settled = meter().settled(level(Pool.NATIVE, 50 * MIB));

        assertThat(settled.of(Pool.NATIVE)).isEqualTo(new Reading.Bytes(90 * MIB));
        assertThat(settled.settled().orElseThrow()).isGreaterThanOrEqualTo(QUICK.window());
    }

    @Test
    void theLowestReadingOfTheStillTimeCounts() {
        source.reading(Pool.NATIVE, 90 * MIB, 90 * MIB + 300, 90 * MIB - 200, 90 * MIB + 100);

        Settling window = new Settling(Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(30));

        assertThat(meter(window).settled(level(Pool.NATIVE, 50 * MIB)).of(Pool.NATIVE))
                .isEqualTo(new Reading.Bytes(90 * MIB - 200));
    }

    @Test
    void aLevelThatStillFallsAtTheTimeoutIsAGap() {
        Long[] falling = new Long[900];
        for (int i = 0; i < falling.length; i++) {
            falling[i] = (2000L - 2 * i) * MIB;
        }
        source.reading(Pool.NATIVE, falling);

        assertThat(meter().settled(level(Pool.NATIVE, 50 * MIB)).of(Pool.NATIVE))
                .isInstanceOfSatisfying(Gap.class, gap -> {
                    assertThat(gap.reason()).isEqualTo(Reason.UNSETTLED);
                    assertThat(gap.detail()).contains("still falling", "vramguard.settle.timeout");
                });
    }

    @Test
    void waitingForAGpuAloneDoesNotCollectAgain() {
        source.reading(Pool.gpu(0), 90 * MIB, 90 * MIB, 50 * MIB);

        meter(PATIENT).settled(level(Pool.gpu(0), 50 * MIB));

        assertThat(source.reads()).isEqualTo(3);
        assertThat(source.reclaims()).isEqualTo(1);
    }

    @Test
    void aHeapWithoutAConfirmedCollectionStaysAGapWhileOthersSettle() {
        Gap unconfirmed = new Gap(Reason.GC_UNCONFIRMED, "no collection");
        source.reading(Pool.HEAP, 5L).reading(Pool.gpu(0), 90 * MIB, 50 * MIB).whoseHeapIs(unconfirmed);

        Snapshot settled = meter(PATIENT).settled(level(Pool.gpu(0), 50 * MIB));

        assertThat(settled.of(Pool.HEAP)).isEqualTo(unconfirmed);
        assertThat(settled.of(Pool.gpu(0))).isEqualTo(new Reading.Bytes(50 * MIB));
    }
}
