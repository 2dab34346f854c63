package io.github.vramguard.message;

import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.Reading;
import io.github.vramguard.memory.Snapshot;
import io.github.vramguard.memory.Trace;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What was measured and how, and what could not be read. */
final class Measured {

    private Measured() {}

    static List<String> by(Trace trace) {
        List<String> facts = new ArrayList<>();
        facts.add(trace.target().toString());
        if (!sources(trace).isEmpty()) {
            facts.add(sources(trace));
        }
        trace.levels().stream()
                .skip(1)
                .map(Snapshot::settled)
                .flatMap(Optional::stream)
                .mapToLong(Duration::toMillis)
                .average()
                .ifPresent(millis -> facts.add(String.format(Locale.ROOT, "settled in %.1f s", millis / 1000)
                        + (trace.cycles() == 1 ? "" : " per cycle")));
        return facts;
    }

    private static String sources(Trace trace) {
        return trace.origins().entrySet().stream()
                .filter(entry -> trace.peak(entry.getKey()).isPresent())
                .map(entry -> entry.getValue().label()
                        + (trace.isReadAsWhole(entry.getKey()) ? " (" + entry.getKey() + " as a whole device)" : ""))
                .distinct()
                .collect(Collectors.joining(", "));
    }

    static List<String> notSeen(Trace trace) {
        return trace.pools().stream()
                .filter(pool -> trace.series(pool).stream().allMatch(Reading.Gap.class::isInstance))
                .map(pool -> pool + ": " + last(trace, pool))
                .toList();
    }

    private static String last(Trace trace, Pool pool) {
        List<Reading> series = trace.series(pool);
        return series.isEmpty() ? "never read" : series.get(series.size() - 1).toString();
    }
}
