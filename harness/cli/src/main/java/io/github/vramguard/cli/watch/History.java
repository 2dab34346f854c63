package io.github.vramguard.cli.watch;

import io.github.vramguard.memory.Reading;
import io.github.vramguard.memory.Reading.Gap;
import io.github.vramguard.memory.Reading.Reason;
import io.github.vramguard.statistics.TheilSen;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** The last readings of one pool of one process, and the highest of all. */
final class History {

    /** The number of recent readings. */
    static final int WINDOW = 120;

    /** Two readings have a slope, and no more than that. */
    private static final int FEWEST = 3;

    private final Deque<Timed> recent = new ArrayDeque<>();
    private Reading now = new Gap(Reason.NOT_AVAILABLE, "not read yet");
    private OptionalLong peak = OptionalLong.empty();

    private record Timed(Instant at, OptionalLong amount) {}

    void add(Instant at, Reading reading) {
        now = reading;
        recent.add(new Timed(at, reading.amount()));
        if (recent.size() > WINDOW) {
            recent.remove();
        }
        reading.amount().ifPresent(amount -> peak = OptionalLong.of(Math.max(amount, peak.orElse(amount))));
    }

    Reading now() {
        return now;
    }

    /** The highest reading since the beginning; empty if there was none. */
    OptionalLong peak() {
        return peak;
    }

    /** The recent amounts; empty for a gap. */
    List<OptionalLong> amounts() {
        return recent.stream().map(Timed::amount).toList();
    }

    /** The slope of the recent readings per minute; empty if there are too few. */
    OptionalDouble perMinute() {
        List<Timed> read =
                recent.stream().filter(timed -> timed.amount().isPresent()).toList();
        double[] minutes = read.stream()
                .mapToDouble(timed -> timed.at().toEpochMilli() / 60_000.0)
                .toArray();
        double[] amounts =
                read.stream().mapToDouble(timed -> timed.amount().orElseThrow()).toArray();
        return read.size() < FEWEST
                ? OptionalDouble.empty()
                : OptionalDouble.of(TheilSen.of(minutes, amounts).slope());
    }
}
