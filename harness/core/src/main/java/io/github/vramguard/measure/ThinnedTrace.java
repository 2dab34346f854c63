package io.github.vramguard.measure;

import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.Reading;
import io.github.vramguard.memory.Snapshot;
import io.github.vramguard.memory.Trace;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A trace of bounded length: when it is full, each two neighbours become one with the higher
 * reading of each pool. So no peak is lost, and the older a part is, the farther its snapshots lie apart.
 */
final class ThinnedTrace {

    /** More than a chart has room for. */
    static final int MOST = 256;

    private final Trace empty;
    private final List<Snapshot> snapshots = new ArrayList<>();

    ThinnedTrace(Trace empty) {
        this.empty = empty;
    }

    void add(Snapshot snapshot) {
        if (snapshots.size() == MOST) {
            thin();
        }
        snapshots.add(snapshot);
    }

    private void thin() {
        List<Snapshot> half = new ArrayList<>();
        for (int i = 0; i < MOST; i += 2) {
            half.add(higher(snapshots.get(i), snapshots.get(i + 1)));
        }
        snapshots.clear();
        snapshots.addAll(half);
    }

    private static Snapshot higher(Snapshot one, Snapshot next) {
        SortedMap<Pool, Reading> readings = new TreeMap<>(one.readings());
        next.readings().forEach((pool, reading) -> readings.merge(pool, reading, ThinnedTrace::higher));
        return Snapshot.momentary(one.at(), readings);
    }

    static Reading higher(Reading one, Reading next) {
        return next.amount().orElse(Long.MIN_VALUE) > one.amount().orElse(Long.MIN_VALUE) ? next : one;
    }

    /** Whether so many have been added that what is known has about doubled. */
    boolean hasDoubled() {
        return Integer.bitCount(snapshots.size()) == 1;
    }

    Trace trace() {
        return new Trace(empty.target(), empty.origins(), snapshots, empty.marks(), empty.cache());
    }
}
