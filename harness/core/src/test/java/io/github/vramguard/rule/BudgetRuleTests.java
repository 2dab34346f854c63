package io.github.vramguard.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vramguard.memory.ByteSize;
import io.github.vramguard.memory.Peak;
import io.github.vramguard.memory.Peaks;
import io.github.vramguard.memory.PeaksFixture;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.Reading;
import io.github.vramguard.memory.Reading.Bytes;
import io.github.vramguard.memory.Reading.Gap;
import io.github.vramguard.memory.Reading.Reason;
import io.github.vramguard.verdict.Finding;
import io.github.vramguard.verdict.InconclusiveReason;
import io.github.vramguard.verdict.InconclusiveReason.Cause;
import io.github.vramguard.verdict.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class BudgetRuleTests {

    private static final long GIB = 1L << 30;
    private static final Reading GAP = new Gap(Reason.NO_PERMISSION, "not for this user");

    private final BudgetRule rule = new BudgetRule(ByteSize.parse("6 GiB"));

    @Test
    void aPeakThatEqualsTheLimitIsKept() {
        assertThat(rule.judge(peaks(Map.of(Pool.gpu(0), new Bytes(6 * GIB))))).isEqualTo(new Verdict.Passed(List.of()));
    }

    @Test
    void oneByteMoreBreaksIt() {
        assertThat(rule.judge(peaks(Map.of(Pool.gpu(0), new Bytes(6 * GIB + 1)))))
                .isEqualTo(new Verdict.Failed(
                        List.of(), List.of(new Finding.OverBudget(Pool.gpu(0), 6 * GIB + 1, 6 * GIB))));
    }

    @Test
    void aDeviceThatCouldNotBeReadLeavesItOpen() {
        assertThat(rule.judge(peaks(Map.of(Pool.gpu(0), new Bytes(1), Pool.gpu(1), GAP))))
                .isEqualTo(new Verdict.Inconclusive(
                        List.of(),
                        List.of(new InconclusiveReason(Cause.UNREADABLE, Pool.gpu(1), "not for this user"))));
    }

    @Test
    void aDeviceThatRoseBeyondItWhileOthersMovedLeavesItOpen() {
        Peak unattributed =
                new Peak(new Bytes(1), OptionalLong.empty(), OptionalLong.of(6 * GIB + 1), Optional.empty());
        assertThat(rule.judge(peak(unattributed)))
                .isInstanceOfSatisfying(Verdict.Inconclusive.class, open -> assertThat(open.reasons())
                        .singleElement()
                        .returns(Cause.NOT_ATTRIBUTABLE, InconclusiveReason::cause));
        Peak harmless = new Peak(new Bytes(1), OptionalLong.empty(), OptionalLong.of(6 * GIB), Optional.empty());
        assertThat(rule.judge(peak(harmless))).isInstanceOf(Verdict.Passed.class);
    }

    @Test
    void aPeakWithAGapInItIsInconclusiveAtBest() {
        Optional<Gap> lost = Optional.of(new Gap(Reason.GPU_LOST, "fell off the bus"));
        Peak within = new Peak(new Bytes(1), OptionalLong.empty(), OptionalLong.empty(), lost);
        assertThat(rule.judge(peak(within)))
                .isInstanceOfSatisfying(Verdict.Inconclusive.class, open -> assertThat(open.reasons())
                        .singleElement()
                        .returns(Cause.UNREADABLE, InconclusiveReason::cause)
                        .extracting(InconclusiveReason::detail)
                        .asString()
                        .contains("not read for a part of the time", "fell off the bus"));
        Peak above = new Peak(new Bytes(7 * GIB), OptionalLong.empty(), OptionalLong.empty(), lost);
        assertThat(rule.judge(peak(above))).isInstanceOf(Verdict.Failed.class);
    }

    @Test
    void aRecordFromBeforeTheTestDoesNotBreakIt() {
        Peak bounded = new Peak(new Bytes(1), OptionalLong.of(7 * GIB), OptionalLong.empty(), Optional.empty());
        assertThat(rule.judge(peak(bounded))).isInstanceOf(Verdict.Passed.class);
    }

    @Test
    void eachDeviceHasTheWholeBudget() {
        assertThat(rule.judge(peaks(Map.of(Pool.gpu(0), new Bytes(5 * GIB), Pool.gpu(1), new Bytes(5 * GIB)))))
                .isInstanceOf(Verdict.Passed.class);
    }

    @Test
    void eachDeviceThatExceedsItIsAFindingWhateverTheOthersSay() {
        Verdict verdict = rule.judge(
                peaks(Map.of(Pool.gpu(0), new Bytes(7 * GIB), Pool.gpu(1), new Bytes(8 * GIB), Pool.gpu(2), GAP)));

        assertThat(((Verdict.Failed) verdict).findings())
                .containsExactly(
                        new Finding.OverBudget(Pool.gpu(0), 7 * GIB, 6 * GIB),
                        new Finding.OverBudget(Pool.gpu(1), 8 * GIB, 6 * GIB));
    }

    @Test
    void withoutAnyDeviceNothingIsKept() {
        assertThat(rule.judge(peaks(Map.of(Pool.HEAP, new Bytes(1)))))
                .isEqualTo(new Verdict.Inconclusive(
                        List.of(),
                        List.of(new InconclusiveReason(Cause.UNREADABLE, Pool.gpu(0), "no source finds a GPU"))));
    }

    @Test
    void otherPoolsAreLeftOut() {
        assertThat(rule.judge(
                        peaks(Map.of(Pool.gpu(0), new Bytes(1), Pool.HEAP, new Bytes(9 * GIB), Pool.NATIVE, GAP))))
                .isInstanceOf(Verdict.Passed.class);
    }

    private static Peaks peak(Peak peak) {
        return new Peaks(new TreeMap<>(Map.of(Pool.gpu(0), peak)), 7, Duration.ofMillis(50), List.of(), List.of());
    }

    private static Peaks peaks(Map<Pool, Reading> highest) {
        return PeaksFixture.sampled(highest, 7, Duration.ofMillis(50));
    }
}
