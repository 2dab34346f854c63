package io.github.vramguard.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vramguard.memory.MemoryTarget;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.Reading;
import io.github.vramguard.memory.Snapshot;
import io.github.vramguard.memory.Trace;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MeasuredTestTests {

    private static MeasuredTest begunAt(Instant instant) {
        Trace trace = Trace.of(new MemoryTarget.ThisJvm(4711), Map.of())
                .with(Snapshot.settled(instant, Map.of(Pool.HEAP, Reading.of(Pool.HEAP, 1)), Duration.ZERO));
        return MeasuredTest.unjudged(
                new TestCase("A#a()", "@NoLeak", "a()", null, null), "1-2.3", Result.UNFINISHED, "a()", trace);
    }

    @Test
    void aClockThatWasSetBackMakesNoTimeNegative() {
        Instant now = Instant.now();

        assertThat(begunAt(now.plus(Duration.ofHours(1))).millis()).isZero();
        assertThat(begunAt(now.minus(Duration.ofHours(1))).millis()).isGreaterThanOrEqualTo(3_600_000);
    }
}
