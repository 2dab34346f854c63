package io.github.vramguard.gate;

import io.github.vramguard.memory.MemoryTarget;
import io.github.vramguard.memory.Origin;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.Reading;
import io.github.vramguard.memory.Reading.ClassBytes;
import io.github.vramguard.memory.Reading.Gap;
import io.github.vramguard.memory.Reading.Reason;
import io.github.vramguard.memory.Snapshot;
import io.github.vramguard.memory.Trace;
import io.github.vramguard.verdict.Preset;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.IntToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Judges made-up levels before the first real ones are read. Otherwise the JVM would load and link the classes of the rule
 * between two levels. That adds 150 KiB to the heap at the eighth cycle, and more whenever a proof is tried for the first
 * time, which looks like a leak.
 */
final class Rehearsal {

    private static final int CYCLES = 2 * Preset.FEWEST_CYCLES;
    private static final long STEP = 8 << 20;

    private static final Pool UNREAD = Pool.gpu(1);

    /** One of each kind that the rule treats differently. */
    private static final List<Pool> POOLS = List.of(
            Pool.HEAP, Pool.METASPACE, Pool.NATIVE, Pool.DIRECT, Pool.RESIDENT, Pool.THREADS, Pool.gpu(0), UNREAD);

    /** Levels by cycle, which together reach every branch of the rule. */
    private static final List<IntToLongFunction> COURSES = List.of(
            cycle -> 0,
            cycle -> cycle,
            cycle -> cycle * STEP,
            cycle -> cycle / 2 * STEP,
            cycle -> cycle % 6 * STEP,
            cycle -> cycle < 9 ? 0 : STEP,
            cycle -> cycle * STEP / 256,
            cycle -> (long) (Math.log1p(cycle) * STEP),
            cycle -> chance(cycle) * STEP,
            cycle -> cycle * STEP / 8 + chance(cycle) * STEP / 64);

    private static boolean done;

    private Rehearsal() {}

    /** Runs once per JVM; a second caller waits for the first. */
    static synchronized void once(Consumer<Trace> judge) {
        if (!done) {
            done = true;
            Stream.of(Origin.exact("a rehearsal"), Origin.mixed("a rehearsal"))
                    .map(Rehearsal::empty)
                    .forEach(trace -> COURSES.forEach(course -> judge(judge, trace, course)));
        }
    }

    private static Trace empty(Origin origin) {
        Map<Pool, Origin> origins = POOLS.stream().collect(Collectors.toMap(pool -> pool, pool -> origin));
        return Trace.of(new MemoryTarget.ThisJvm(ProcessHandle.current().pid()), origins);
    }

    private static void judge(Consumer<Trace> judge, Trace empty, IntToLongFunction course) {
        Trace trace = empty;
        for (int cycle = 0; cycle <= CYCLES; cycle++) {
            trace = trace.with(snapshot(cycle, 1 + course.applyAsLong(cycle)));
            if (cycle % Preset.FEWEST_CYCLES == 0) {
                judge.accept(trace);
            }
        }
    }

    private static Snapshot snapshot(int cycle, long level) {
        Map<Pool, Reading> readings =
                POOLS.stream().collect(Collectors.toMap(pool -> pool, pool -> reading(pool, level, cycle)));
        return Snapshot.settled(Instant.EPOCH, readings, Duration.ZERO);
    }

    /** Classes come in some cycles, and one pool cannot be read. */
    private static Reading reading(Pool pool, long level, int cycle) {
        if (pool.equals(Pool.METASPACE)) {
            return new ClassBytes(level, cycle / 2);
        }
        return pool.equals(UNREAD) ? new Gap(Reason.UNSETTLED, pool.format(level)) : Reading.of(pool, level);
    }

    private static long chance(int cycle) {
        return cycle * 7919L % 11;
    }
}
