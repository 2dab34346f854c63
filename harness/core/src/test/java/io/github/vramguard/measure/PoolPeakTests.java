package io.github.vramguard.measure;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vramguard.memory.Peak;
import io.github.vramguard.memory.PeaksFixture;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.Reading;
import io.github.vramguard.memory.Reading.Bytes;
import io.github.vramguard.memory.Reading.DeviceBytes;
import io.github.vramguard.memory.Reading.Gap;
import io.github.vramguard.memory.Reading.Reason;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PoolPeakTests {

    private static final long MIB = 1 << 20;
    private static final OptionalLong NONE = OptionalLong.empty();

    private final PoolPeak peak = new PoolPeak(Pool.gpu(0));

    private void read(long own, long device) {
        peak.read(device(device), new Bytes(own * MIB), device(device));
    }

    private static DeviceBytes device(long mebibytes, String... others) {
        return new DeviceBytes(mebibytes * MIB, Set.of(others));
    }

    private static Peak sampled(long mebibytes) {
        return PeaksFixture.sampled(new Bytes(mebibytes * MIB));
    }

    private Peak unrecorded() {
        return peak.peak(NONE, NONE);
    }

    @Test
    void theHighestReadingOfTheTargetIsItsPeak() {
        read(100, 500);
        read(300, 700);
        read(200, 600);
        assertThat(unrecorded()).isEqualTo(sampled(300));
    }

    @Test
    void betweenTwoReadingsThePeakIsThatOfTheDevice() {
        read(100, 500);
        peak.readFast(device(900));
        read(100, 500);
        assertThat(unrecorded()).isEqualTo(sampled(500));
    }

    @Test
    void eachPartHasTheHighestReadingOfItsOwn() {
        read(100, 500);
        assertThat(peak.sinceLastAsked()).isEqualTo(new Bytes(100 * MIB));
        peak.readFast(device(900));
        read(300, 700);
        assertThat(peak.sinceLastAsked()).isEqualTo(new Bytes(500 * MIB));
        read(200, 600);
        assertThat(peak.sinceLastAsked()).isEqualTo(new Bytes(300 * MIB));
        assertThat(peak.sinceLastAsked()).isInstanceOf(Gap.class);
    }

    @Test
    void whatTheDeviceRoseByWhileOthersMovedIsDoubtful() {
        read(100, 500);
        peak.readFast(device(900));
        read(100, 700);
        assertThat(unrecorded())
                .isEqualTo(new Peak(new Bytes(100 * MIB), NONE, OptionalLong.of(500 * MIB), Optional.empty()));
    }

    @Test
    void othersThatMoveWithoutAPeakRaiseNoDoubt() {
        read(300, 500);
        peak.readFast(device(490));
        read(300, 400);
        assertThat(unrecorded()).isEqualTo(sampled(300));
    }

    @Test
    void aReadingWhileTheDeviceMovesIsNoStartingPoint() {
        peak.read(device(500), new Bytes(100 * MIB), device(900));
        peak.readFast(device(2000));
        read(100, 500);
        assertThat(unrecorded()).isEqualTo(sampled(100));
    }

    @Test
    void aWholeDeviceIsFollowedAtEachGlance() {
        peak.read(device(0, "python (pid 7)"), device(0, "python (pid 7)"), device(0));
        peak.readFast(device(800));
        peak.read(device(100), device(100, "python (pid 7)"), device(100));
        assertThat(unrecorded()).isEqualTo(PeaksFixture.sampled(device(800, "python (pid 7)")));
    }

    @Test
    void whatAWholeDeviceRoseByBeforeAnotherProcessWasSeenIsNotThePeak() {
        peak.read(device(0), device(0), device(0));
        peak.readFast(device(800));
        peak.read(device(800), device(800, "python (pid 7)"), device(800));
        assertThat(unrecorded().highest()).isInstanceOf(Gap.class);
    }

    @Test
    void aDriverThatBeginsToTellProcessesApartConfirmsWhatTheDeviceRoseBy() {
        peak.read(device(0), device(0), device(0));
        peak.readFast(device(800));
        read(300, 300);
        assertThat(unrecorded()).isEqualTo(sampled(800));
    }

    @Test
    void orDeniesIt() {
        peak.read(device(0), device(0), device(0));
        peak.readFast(device(800));
        read(0, 800);
        assertThat(unrecorded()).isEqualTo(new Peak(device(0), NONE, OptionalLong.of(800 * MIB), Optional.empty()));
    }

    @Test
    void aWholeDeviceThatOthersJoinedHasNoPeakAnyMore() {
        peak.read(device(0), device(0), device(0));
        peak.read(device(800), device(800, "python (pid 7)"), device(800));
        peak.readFast(device(900));
        assertThat(unrecorded().highest()).isInstanceOfSatisfying(Gap.class, gap -> {
            assertThat(gap.reason()).isEqualTo(Reason.NOT_ATTRIBUTABLE);
            assertThat(gap.detail()).contains("python (pid 7) started");
        });
    }

    @Test
    void aRecordThatRoseIsExact() {
        read(100, 500);
        Peak exact = peak.peak(OptionalLong.of(50 * MIB), OptionalLong.of(400 * MIB));
        assertThat(exact).isEqualTo(new Peak(new Bytes(400 * MIB), OptionalLong.of(400 * MIB), NONE, Optional.empty()));
        assertThat(exact.isExact()).isTrue();
    }

    @Test
    void aRecordThatBeginsIsExact() {
        read(100, 500);
        assertThat(peak.peak(NONE, OptionalLong.of(400 * MIB)).isExact()).isTrue();
    }

    @Test
    void aRecordFromBeforeIsOnlyAnUpperLimit() {
        read(100, 500);
        Peak bounded = peak.peak(OptionalLong.of(400 * MIB), OptionalLong.of(400 * MIB));
        assertThat(bounded)
                .isEqualTo(new Peak(new Bytes(100 * MIB), OptionalLong.of(400 * MIB), NONE, Optional.empty()));
        assertThat(bounded.isExact()).isFalse();
    }

    @Test
    void aRecordOfLessThanWasSeenIsNone() {
        read(100, 500);
        assertThat(peak.peak(NONE, OptionalLong.of(50 * MIB))).isEqualTo(sampled(100));
    }

    @Test
    void whatWasNeverReadIsAGap() {
        Reading gap = new Gap(Reason.NO_PERMISSION, "locked");
        peak.readFast(gap);
        assertThat(unrecorded()).isEqualTo(PeaksFixture.sampled(gap));
    }

    @Test
    void aGapBesideAmountsMayHideAHigherPeak() {
        Gap lost = new Gap(Reason.GPU_LOST, "fell off the bus");
        read(100, 500);
        peak.readFast(lost);
        read(200, 600);
        assertThat(unrecorded()).returns(new Bytes(200 * MIB), Peak::highest).returns(Optional.of(lost), Peak::missed);
    }

    @Test
    void aListThatHangsMayHideAHigherPeak() {
        Gap hung = new Gap(Reason.TIMED_OUT, "no answer");
        read(100, 500);
        peak.read(device(900), hung, device(900));
        assertThat(unrecorded().missed()).hasValue(hung);
    }

    @Test
    void aDeviceThatIsLostRightAfterAReadingMayHideAHigherPeak() {
        Gap lost = new Gap(Reason.GPU_LOST, "fell off the bus");
        peak.read(device(500), new Bytes(100 * MIB), lost);
        assertThat(unrecorded()).returns(new Bytes(100 * MIB), Peak::highest).returns(Optional.of(lost), Peak::missed);
    }

    @Test
    void aPeakThatTheDriverRecordedMissesNothing() {
        read(100, 500);
        peak.readFast(new Gap(Reason.TIMED_OUT, "no answer"));
        Peak exact = peak.peak(OptionalLong.of(50 * MIB), OptionalLong.of(400 * MIB));
        assertThat(exact.missed()).isEmpty();
        Peak bounded = peak.peak(OptionalLong.of(400 * MIB), OptionalLong.of(400 * MIB));
        assertThat(bounded.missed()).isPresent();
    }

    @Test
    void aTargetThatHasEndedReachesNothingMore() {
        read(100, 500);
        peak.readFast(new Gap(Reason.PROCESS_GONE, "python (pid 7) has ended"));
        assertThat(unrecorded()).isEqualTo(sampled(100));
    }
}
