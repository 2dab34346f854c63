package io.github.vramguard.history;

import io.github.vramguard.run.Figure;
import io.github.vramguard.run.Quantity;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes series of lines, in whatever order they come. */
final class SeriesReader {

    private final Map<String, Instant> commits = new LinkedHashMap<>();
    private final Map<Quantity, Map<String, Map<Long, Long>>> amounts = new HashMap<>();

    /** Of a run that was added again when there was more in it, the last line counts. */
    void add(Entry entry) {
        commits.merge(entry.commit(), Instant.parse(entry.at()), SeriesReader::earlier);
        entry.figures().forEach(figure -> add(entry, figure));
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private void add(Entry entry, Figure figure) {
        amounts.computeIfAbsent(figure.quantity(), quantity -> new LinkedHashMap<>())
                .computeIfAbsent(entry.commit(), commit -> new LinkedHashMap<>())
                .put(entry.run(), figure.amount());
    }

    List<Series> series() {
        return amounts.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(quantity -> Series.of(quantity.getKey(), points(quantity.getValue())))
                .toList();
    }

    private List<Point> points(Map<String, Map<Long, Long>> byCommit) {
        return byCommit.entrySet().stream()
                .map(runs -> new Point(commit(runs.getKey()), median(runs.getValue())))
                .sorted()
                .toList();
    }

    private Commit commit(String id) {
        return new Commit(id, commits.getOrDefault(id, Instant.EPOCH));
    }

    private static long median(Map<Long, Long> runs) {
        List<Long> sorted = runs.values().stream().sorted().toList();
        return sorted.get((sorted.size() - 1) / 2);
    }
}
