package io.github.vramguard.measure;

import io.github.vramguard.memory.MemoryTarget;
import io.github.vramguard.memory.Origin;
import io.github.vramguard.memory.Origin.Quality;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.Reading;
import io.github.vramguard.memory.Reading.Gap;
import io.github.vramguard.memory.Reading.Reason;
import io.github.vramguard.memory.Snapshot;
import io.github.vramguard.source.spi.MemorySource;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.awaitility.Awaitility;
import org.awaitility.pollinterval.IterativePollInterval;
import org.jspecify.annotations.Nullable;

/** One wait for all pools of a target to settle. */
final class Patience {

    private static final Duration FIRST_POLL = Duration.ofMillis(10);
    private static final Duration LONGEST_POLL = Duration.ofMillis(250);

    /** How many times at most a pool is read that needs only time. */
    private static final int RARE = 10;

    private static final Reading UNREAD =
            new Gap(Reason.UNPARSABLE, "the source stopped reporting while memory settled");

    private final MemoryTarget target;
    private final MemorySource source;
    private final Settling settling;
    private final Optional<Release> release;
    private final Map<Pool, Level> levels = new TreeMap<>();
    private Map<Pool, Gap> unreadable = Map.of();
    private long readAt;

    Patience(MemoryTarget target, MemorySource source, Settling settling, Optional<Release> release) {
        this.target = target;
        this.source = source;
        this.settling = settling;
        this.release = release;
    }

    Snapshot untilBackAt(Map<Pool, Reading> goals) {
        long start = System.nanoTime();
        Map<Pool, Origin> origins = source.origins(target);
        reclaimAndRead().forEach((pool, reading) -> levels.put(pool, level(pool, origins.get(pool), reading, goals)));
        if (!areAtRest()) {
            await();
        }
        Duration waited = Duration.ofNanos(System.nanoTime() - start);
        Map<Pool, Reading> readings = new HashMap<>();
        levels.forEach((pool, level) -> readings.put(pool, level.reading(waited)));
        return Snapshot.settled(Instant.now(), readings, waited);
    }

    private Level level(Pool pool, @Nullable Origin origin, Reading reading, Map<Pool, Reading> goals) {
        boolean mixed = origin != null && origin.quality() == Quality.MIXED;
        OptionalLong released = release.map(due -> due.of(pool)).orElse(OptionalLong.empty());
        return new Level(pool, mixed, reading, goal(goals, pool), released, settling, System.nanoTime());
    }

    /**
     * Ends by the condition at the deadline, too: what Awaitility throws there formats the time and looks for deadlocks, with a
     * hundred classes that would be in one of the levels.
     */
    private void await() {
        long start = System.nanoTime();
        Awaitility.with()
                .dontCatchUncaughtExceptions()
                .pollInSameThread()
                .pollDelay(FIRST_POLL)
                .pollInterval(IterativePollInterval.iterative(Patience::longer, FIRST_POLL))
                .forever()
                .until(() -> poll()
                        || System.nanoTime() - start >= settling.timeout().toNanos());
    }

    private static Duration longer(Duration wait) {
        Duration twice = wait.multipliedBy(2);
        return twice.compareTo(LONGEST_POLL) < 0 ? twice : LONGEST_POLL;
    }

    /** Collects again only for what a collection can bring back; each look makes the code that looks warmer, which takes memory. */
    private boolean poll() {
        if (System.nanoTime() - readAt < settling.timeout().toNanos() / RARE && needsOnlyTime()) {
            return false;
        }
        boolean hostIsHigh = levels.entrySet().stream()
                .anyMatch(entry -> !entry.getKey().isAllocatedByDriver()
                        && entry.getValue().isHigh()
                        && !entry.getValue().needsOnlyTime());
        Map<Pool, Reading> readings = hostIsHigh ? reclaimAndRead() : read();
        long now = System.nanoTime();
        levels.forEach((pool, level) -> level.next(readings.getOrDefault(pool, UNREAD), now));
        return areAtRest();
    }

    private boolean needsOnlyTime() {
        return levels.values().stream().filter(level -> !level.isAtRest()).allMatch(Level::needsOnlyTime);
    }

    private boolean areAtRest() {
        return levels.values().stream().allMatch(Level::isAtRest);
    }

    private Map<Pool, Reading> reclaimAndRead() {
        unreadable = source.reclaim(target);
        return read();
    }

    private Map<Pool, Reading> read() {
        Map<Pool, Reading> readings = new HashMap<>(source.read(target));
        readAt = System.nanoTime();
        readings.putAll(unreadable);
        return readings;
    }

    private static OptionalLong goal(Map<Pool, Reading> goals, Pool pool) {
        Reading goal = goals.get(pool);
        return goal == null ? OptionalLong.empty() : goal.amount();
    }
}
