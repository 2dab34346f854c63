package io.github.vramguard.measure;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vramguard.memory.MemoryTarget;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.Reading;
import io.github.vramguard.memory.Snapshot;
import io.github.vramguard.memory.Trace;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ThinnedTraceTests {

    private static final Pool GPU = Pool.gpu(0);

    private final ThinnedTrace thinned = new ThinnedTrace(Trace.of(new MemoryTarget.ThisJvm(1), Map.of()));

    private void add(int number, Reading reading) {
        thinned.add(Snapshot.momentary(Instant.ofEpochSecond(number), Map.of(GPU, reading)));
    }

    private static Reading bytes(long amount) {
        return new Reading.Bytes(amount);
    }

    @Test
    void asManyAsItHoldsAreKeptAsTheyAre() {
        for (int i = 0; i < ThinnedTrace.MOST; i++) {
            add(i, bytes(i));
        }

        assertThat(thinned.trace().snapshots())
                .hasSize(ThinnedTrace.MOST)
                .last()
                .satisfies(last -> assertThat(last.of(GPU)).isEqualTo(bytes(ThinnedTrace.MOST - 1)));
    }

    @Test
    void noPeakIsLostHoweverLongItGoesOn() {
        for (int i = 0; i < 100 * ThinnedTrace.MOST; i++) {
            add(i, bytes(i == 77 ? 9 : 1));
        }

        assertThat(thinned.trace().snapshots()).hasSizeBetween(2, ThinnedTrace.MOST);
        assertThat(thinned.trace().peak(GPU)).hasValue(9);
        assertThat(thinned.trace().snapshots())
                .isSortedAccordingTo((one, next) -> one.at().compareTo(next.at()));
        assertThat(thinned.trace().snapshots().get(0).at()).isEqualTo(Instant.ofEpochSecond(0));
    }

    @Test
    void aGapGivesWayToAnAmount() {
        Reading.Gap gap = new Reading.Gap(Reading.Reason.GPU_LOST, "lost");

        assertThat(ThinnedTrace.higher(gap, bytes(0))).isEqualTo(bytes(0));
        assertThat(ThinnedTrace.higher(bytes(0), gap)).isEqualTo(bytes(0));
        assertThat(ThinnedTrace.higher(gap, gap)).isEqualTo(gap);
    }

    @Test
    void itSaysWhenWhatIsKnownHasDoubled() {
        List<Integer> doubled = new ArrayList<>();
        for (int i = 1; i <= ThinnedTrace.MOST; i++) {
            add(i, bytes(1));
            if (thinned.hasDoubled()) {
                doubled.add(i);
            }
        }

        assertThat(doubled).containsExactly(1, 2, 4, 8, 16, 32, 64, 128, 256);
    }
}
