package io.github.vramguard.measure;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vramguard.memory.MemoryTarget;
import io.github.vramguard.memory.Origin;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.Reading;
import io.github.vramguard.memory.RoundTrip;
import io.github.vramguard.memory.Trace;
import io.github.vramguard.source.spi.MemorySource;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class RecorderTests {

    private static final long MIB = 1024 * 1024;
    private static final Settling QUICK =
            new Settling(Duration.ofMillis(1), Duration.ofMillis(1), Duration.ofMillis(500));

    private static Recorder recorder(Predicate<Trace> another, Long... levels) {
        ScriptedSource source = new ScriptedSource().reading(Pool.gpu(0), levels);
        Meter meter = Meter.of(new MemoryTarget.ThisJvm(1), source, QUICK);
        return new Recorder(meter, meter.settled(), another);
    }

    private static boolean isLow(Trace trace) {
        return trace.series(Pool.gpu(0)).get(trace.cycles()).amount().orElseThrow() <= MIB;
    }

    @Test
    void recordsOneLevelForEachCycle() {
        Recorder recorder = recorder(trace -> true, MIB);

        assertThat(recorder.endOfCycle()).isTrue();
        assertThat(recorder.endOfCycle()).isTrue();
        assertThat(recorder.trace().cycles()).isEqualTo(2);
    }

    @Test
    void looksASecondTimeBeforeTheCyclesEnd() {
        Recorder recorder = recorder(RecorderTests::isLow, MIB, MIB, 9 * MIB, 9 * MIB, MIB);

        assertThat(recorder.endOfCycle()).isTrue();
        assertThat(recorder.trace().series(Pool.gpu(0)))
                .containsExactly(new Reading.Bytes(MIB), new Reading.Bytes(MIB));
    }

    @Test
    void endsThemWhenTheSecondLookSaysTheSame() {
        Recorder recorder = recorder(RecorderTests::isLow, MIB, MIB, 9 * MIB);

        assertThat(recorder.endOfCycle()).isFalse();
        assertThat(recorder.trace().series(Pool.gpu(0)))
                .containsExactly(new Reading.Bytes(MIB), new Reading.Bytes(9 * MIB));
    }

    /** The second cycle takes nothing, and what the first one took comes back during it. */
    @Test
    void whatStayedHighAfterOneCycleIsWaitedForAfterTheNext() {
        ReleasingSource source = new ReleasingSource();
        Meter meter = Meter.of(new MemoryTarget.ThisJvm(1), source, QUICK);
        Recorder recorder = new Recorder(meter, meter.settled(), trace -> true);

        source.held = 9 * MIB;
        recorder.endOfCycle();
        source.readsUntilReleased = 1;
        recorder.endOfCycle();

        assertThat(recorder.trace().series(Pool.NATIVE))
                .containsExactly(new Reading.Bytes(MIB), new Reading.Bytes(9 * MIB), new Reading.Bytes(MIB));
    }

    /** What a server frees after its reply is at rest for a while first. */
    @Test
    void whatWasSeenToLoadIsWaitedForUntilTheDeadline() {
        assertThat(levelsAfter(RoundTrip.LOADED)).containsExactly(new Reading.Bytes(MIB), new Reading.Bytes(MIB));
    }

    @Test
    void whatWasNotSeenToLoadNeedsToHoldStillOnly() {
        assertThat(levelsAfter("another name")).containsExactly(new Reading.Bytes(MIB), new Reading.Bytes(9 * MIB));
    }

    private static List<Reading> levelsAfter(String mark) {
        ReleasingSource source = new ReleasingSource();
        Meter meter = Meter.of(
                new MemoryTarget.ThisJvm(1),
                source,
                new Settling(Duration.ofMillis(1), Duration.ofMillis(1), Duration.ofMinutes(2)));
        Recorder recorder = new Recorder(meter, meter.settled(), trace -> true);
        source.held = 9 * MIB;
        Cycle cycle = new Cycle(1, meter, recorder.trace());
        cycle.mark(mark);
        source.releasesAfter(Duration.ofMillis(400));
        recorder.endOf(cycle);
        return recorder.trace().series(Pool.NATIVE);
    }

    private static final class ReleasingSource implements MemorySource {

        private long held = MIB;
        private int readsUntilReleased = Integer.MAX_VALUE;
        private long releasedAt = Long.MAX_VALUE;

        void releasesAfter(Duration late) {
            releasedAt = System.nanoTime() + late.toNanos();
        }

        @Override
        public String name() {
            return "releasing";
        }

        @Override
        public Map<Pool, Origin> origins(MemoryTarget target) {
            return Map.of(Pool.NATIVE, Origin.exact("a script"));
        }

        @Override
        public Map<Pool, Reading> read(MemoryTarget target) {
            readsUntilReleased--;
            boolean isReleased = readsUntilReleased < 0 || System.nanoTime() > releasedAt;
            return Map.of(Pool.NATIVE, Reading.of(Pool.NATIVE, isReleased ? MIB : held));
        }
    }
}
