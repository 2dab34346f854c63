package io.github.vramguard.memory;

import static io.github.vramguard.memory.TraceFixture.trace;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TraceTests {

    private final Snapshot inside = Snapshot.momentary(Instant.EPOCH, Map.of(Pool.HEAP, new Reading.Bytes(900)));

    @Test
    void aSeriesHoldsTheSettledLevelsAndNotWhatLiesInsideACycle() {
        Trace trace = trace().with(Pool.HEAP, 1, 2).build().with("loaded", inside);

        assertThat(trace.series(Pool.HEAP)).containsExactly(new Reading.Bytes(1), new Reading.Bytes(2));
        assertThat(trace.cycles()).isEqualTo(1);
        assertThat(trace.marks()).containsExactly(new Mark("loaded", 2, OptionalLong.empty()));
    }

    @Test
    void aPeakIsLookedForInsideCyclesToo() {
        Trace trace = trace().with(Pool.HEAP, 1, 2).build().with(inside);

        assertThat(trace.peak(Pool.HEAP)).hasValue(900);
        assertThat(trace.peak(Pool.NATIVE)).isEmpty();
    }

    @Test
    void aPoolThatWasNotAskedForIsAGapAndNotZero() {
        assertThat(inside.of(Pool.NATIVE).amount()).isEmpty();
        assertThat(inside.of(Pool.NATIVE)).hasToString("native was not asked for");
    }

    @Test
    void aNarrowerTraceForgetsTheOtherPools() {
        Trace trace = trace().with(Pool.HEAP, 1, 2).with(Pool.NATIVE, 3, 4).build();

        assertThat(trace.only(Set.of(Pool.HEAP)).pools()).containsExactly(Pool.HEAP);
        assertThat(trace.only(Set.of())).isEqualTo(trace);
    }
}
