package io.github.vramguard.assertj;

import io.github.vramguard.memory.MemoryTarget;
import io.github.vramguard.memory.Origin;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.Reading;
import io.github.vramguard.memory.Snapshot;
import io.github.vramguard.memory.Trace;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.LongStream;

/** Snapshots and traces of one pool, written down. */
final class Levels {

    static final long GAP = Long.MIN_VALUE;

    private Levels() {}

    static Snapshot snapshot(Pool pool, long level) {
        return Snapshot.settled(Instant.EPOCH, Map.of(pool, reading(pool, level)), Duration.ofMillis(400));
    }

    /** The first level is the one before the first cycle. */
    static Trace trace(Pool pool, long... levels) {
        Trace trace = Trace.of(new MemoryTarget.ThisJvm(4711), Map.of(pool, Origin.exact("a ledger")));
        for (long level : levels) {
            trace = trace.with(snapshot(pool, level));
        }
        return trace;
    }

    static Trace growing(Pool pool, long perCycle, int cycles) {
        return trace(
                pool,
                LongStream.rangeClosed(0, cycles).map(cycle -> cycle * perCycle).toArray());
    }

    private static Reading reading(Pool pool, long level) {
        return level == GAP ? new Reading.Gap(Reading.Reason.NOT_PRESENT, "no driver") : Reading.of(pool, level);
    }
}
