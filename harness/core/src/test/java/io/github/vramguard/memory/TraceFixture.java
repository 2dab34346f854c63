package io.github.vramguard.memory;

import io.github.vramguard.memory.Reading.Gap;
import io.github.vramguard.memory.Reading.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Builds traces from the settled levels of some pools. */
public final class TraceFixture {

    /** A level that could not be read. */
    public static final long GAP = Long.MIN_VALUE;

    private final Map<Pool, Origin> origins = new LinkedHashMap<>();
    private final Map<Pool, long[]> levels = new LinkedHashMap<>();
    private List<Program> programs = List.of();
    private List<List<Use>> uses = List.of();

    private TraceFixture() {}

    public static TraceFixture trace() {
        return new TraceFixture();
    }

    /** Levels in the unit of the pool, the first before the first cycle. */
    public TraceFixture with(Pool pool, Origin origin, long... series) {
        origins.put(pool, origin);
        levels.put(pool, series);
        return this;
    }

    public TraceFixture with(Pool pool, long... series) {
        return with(pool, Origin.exact("a ledger"), series);
    }

    /** A level that grows by the same amount in each of some cycles. */
    public static long[] growing(long from, long perCycle, int cycles) {
        return LongStream.rangeClosed(0, cycles)
                .map(cycle -> from + cycle * perCycle)
                .toArray();
    }

    public static long[] flat(long at, int cycles) {
        return growing(at, 0, cycles);
    }

    /** The servers that run at each level. */
    public TraceFixture with(Program... running) {
        programs = List.of(running);
        return this;
    }

    /** What was used by the time of the first level, and by all later ones. */
    public TraceFixture having(List<Use> before, List<Use> after) {
        uses = List.of(before, after);
        return this;
    }

    public Trace build() {
        Trace trace = Trace.of(new MemoryTarget.ThisJvm(4711), origins);
        int length =
                levels.values().stream().mapToInt(series -> series.length).max().orElse(0);
        for (Snapshot snapshot :
                IntStream.range(0, length).mapToObj(this::snapshot).toList()) {
            trace = trace.with(snapshot);
        }
        return trace;
    }

    private Snapshot snapshot(int cycle) {
        Map<Pool, Reading> readings = new HashMap<>();
        levels.forEach((pool, series) -> readings.put(pool, reading(pool, series[cycle])));
        return Snapshot.settled(Instant.EPOCH.plusSeconds(cycle), readings, Duration.ofMillis(400))
                .with(programs)
                .having(uses.isEmpty() ? List.of() : uses.get(Math.min(cycle, 1)));
    }

    private static Reading reading(Pool pool, long level) {
        return level == GAP ? new Gap(Reason.NOT_PRESENT, "no " + pool + " here") : Reading.of(pool, level);
    }
}
