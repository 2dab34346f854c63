package io.github.vramguard.measure;

import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.Reading;
import io.github.vramguard.memory.Reading.Gap;
import io.github.vramguard.memory.Reading.Reason;
import java.time.Duration;
import java.util.OptionalLong;

/** The readings of one pool while it settles: the lowest since it last moved, and when that was. */
final class Level {

    private static final long LEAST_STIR = 64 * 1024;
    private static final long MOST_STIR = 1024 * 1024;
    private static final long MIXED_STIR = 2 * MOST_STIR;
    private static final long MOST_RISE = 512 * 1024;

    private final Pool pool;
    private final long leastStir;
    private final OptionalLong goal;
    private final OptionalLong released;
    private final Duration timeout;
    private final Duration window;
    private final Duration patience;
    private final long begun;
    private Reading lowest;
    private long anchor;
    private long movedAt;
    private long seenAt;
    private boolean seenTwice;
    private boolean fellLast;

    /** With a goal to come back to, and the most that is left of a load once that is released, as far as these are known. */
    Level(
            Pool pool,
            boolean mixed,
            Reading first,
            OptionalLong goal,
            OptionalLong released,
            Settling settling,
            long now) {
        this.pool = pool;
        // Resident pages come and go with every collection, even where all of them are the target's own
        this.leastStir = mixed || pool.equals(Pool.RESIDENT) ? MIXED_STIR : LEAST_STIR;
        this.goal = goal;
        this.released = released;
        this.timeout = settling.timeout();
        this.window = settling.windowOf(pool);
        this.patience = settling.patienceWith(pool, mixed);
        this.begun = now;
        this.lowest = first;
        this.anchor = first.amount().orElse(0);
        this.movedAt = now;
        this.seenAt = now;
    }

    void next(Reading reading, long now) {
        seenTwice = true;
        seenAt = now;
        OptionalLong amount = reading.amount();
        boolean moved = amount.isEmpty() || Math.abs(amount.getAsLong() - anchor) > stir();
        if (moved) {
            movedAt = now;
            fellLast = amount.orElse(anchor) < anchor;
            anchor = amount.orElse(anchor);
        }
        if (moved || amount.getAsLong() < lowest.amount().orElse(Long.MAX_VALUE)) {
            lowest = reading;
        }
    }

    /** Above the level that it should return to, or held for a process that has ended, whose memory a driver releases late. */
    boolean isHigh() {
        return lowest instanceof Reading.StrandedBytes
                || (goal.isPresent() && lowest.amount().orElse(Long.MIN_VALUE) > goal.getAsLong() + rise());
    }

    /** A level that is given time shall be back at the earlier one more exactly than others. */
    private long rise() {
        return patience.isZero() ? stir() : Math.min(stir(), MOST_RISE);
    }

    /** Only time brings it back, and neither a collection nor another look. */
    boolean needsOnlyTime() {
        return seenTwice && (seenAt - begun < patience.toNanos() || (isStill() && isDue()));
    }

    /** A first level must no longer fall; a later one must be back at the earlier level, or hold still. */
    boolean isAtRest() {
        if (lowest.amount().isEmpty()) {
            return true;
        }
        boolean first = goal.isEmpty();
        return (!first || (seenTwice && !isFalling())) && (!isHigh() || (isStill() && !isDue()));
    }

    private boolean isStill() {
        return seenAt - movedAt >= window.toNanos() && seenAt - begun >= patience.toNanos();
    }

    /** A server may release what was loaded seconds after it said so. */
    private boolean isDue() {
        return released.isPresent()
                && lowest.amount().orElse(Long.MIN_VALUE) > released.getAsLong()
                && seenAt - begun < timeout.toNanos();
    }

    private boolean isFalling() {
        return fellLast && movedAt == seenAt;
    }

    Reading reading(Duration waited) {
        if (isAtRest() || isStill() || !fellLast) {
            return lowest;
        }
        return new Gap(
                Reason.UNSETTLED,
                pool + " was still falling after " + waited.toMillis() + " ms, at " + pool.format(anchor)
                        + "; raise vramguard.settle.timeout");
    }

    /**
     * By how much a pool may change and still count as settled: one part in a thousand, from 64 KiB to half a GPU's block, and 2 MiB
     * where the number includes other memory.
     */
    private long stir() {
        return pool.unit() == Pool.Unit.COUNT ? 0 : Math.max(leastStir, Math.min(MOST_STIR, anchor / 1000));
    }
}
