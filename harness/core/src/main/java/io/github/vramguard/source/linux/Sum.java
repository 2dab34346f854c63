package io.github.vramguard.source.linux;

import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.Reading;
import io.github.vramguard.memory.Reading.Gap;
import io.github.vramguard.memory.Reading.Reason;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Readings of several processes or targets, added up: a part that cannot be read makes the whole a gap. */
public final class Sum {

    private Sum() {}

    /** Adds readings to sums of the same pools. */
    public static void add(Map<Pool, Reading> readings, Map<Pool, Reading> sums) {
        readings.forEach((pool, reading) -> sums.merge(pool, reading, (sum, more) -> of(pool, sum, more)));
    }

    private static Reading of(Pool pool, Reading one, Reading other) {
        if (one instanceof Gap || other instanceof Gap) {
            return one instanceof Gap ? one : other;
        }
        if (one instanceof Reading.Processes some && other instanceof Reading.Processes more) {
            return new Reading.Processes(
                    union(some.descendants(), more.descendants()), union(some.orphans(), more.orphans()));
        }
        if (one instanceof Reading.DeviceBytes || other instanceof Reading.DeviceBytes) {
            return new Gap(Reason.NOT_ATTRIBUTABLE, pool + " was read as a whole device for several targets at once");
        }
        return Reading.of(pool, one.amount().orElse(0) + other.amount().orElse(0));
    }

    private static <T> Set<T> union(Set<T> some, Set<T> more) {
        Set<T> all = new HashSet<>(some);
        all.addAll(more);
        return all;
    }

    /** Between the list of the processes and a look at one of them it may end. */
    public static boolean hasEnded(Map<Pool, Reading> readings) {
        return readings.values().stream()
                .anyMatch(reading -> reading instanceof Gap gap && gap.reason() == Reason.PROCESS_GONE);
    }
}
