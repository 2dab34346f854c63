package io.github.vramguard.message;

import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.Reading;
import io.github.vramguard.memory.Reading.Gap;
import io.github.vramguard.memory.Snapshot;
import io.github.vramguard.memory.Trace;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What was measured and how, and what could not be read. */
final class Measured {

    private static final Gap NEVER_READ = new Gap(Reading.Reason.NOT_AVAILABLE, "never read");

    private Measured() {}

    static List<String> by(Trace trace) {
        List<String> facts = new ArrayList<>();
        facts.add(trace.target().toString());
        if (!sources(trace).isEmpty()) {
            facts.add(sources(trace));
        }
        trace.pools().forEach(pool -> {
            String counted = Allocators.counted(trace.series(pool));
            facts.addAll(counted.isEmpty() ? List.of() : List.of(pool + " includes " + counted));
        });
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
        return notSeen(trace, Gap::detail);
    }

    static List<String> notSeenInBrief(Trace trace) {
        return notSeen(trace, Gap::brief);
    }

    private static List<String> notSeen(Trace trace, Function<Gap, String> words) {
        return trace.pools().stream()
                .flatMap(pool -> notSeen(trace, pool, words))
                .toList();
    }

    private static Stream<String> notSeen(Trace trace, Pool pool, Function<Gap, String> words) {
        List<Reading> series = trace.series(pool);
        if (series.stream().allMatch(Gap.class::isInstance)) {
            return Stream.of(pool + ": " + words.apply(last(trace, pool)));
        }
        String hidden = Allocators.hidden(series);
        return hidden.isEmpty()
                ? Stream.empty()
                : Stream.of(
                        pool + ": no count of its own can be read from " + hidden + "; resident memory includes it");
    }

    private static Gap last(Trace trace, Pool pool) {
        List<Reading> series = trace.series(pool);
        return series.isEmpty() ? NEVER_READ : (Gap) series.get(series.size() - 1);
    }
}
