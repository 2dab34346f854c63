package io.github.vramguard.history;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingLong;

import io.github.vramguard.run.Figure;
import io.github.vramguard.run.Quantity;
import io.github.vramguard.statistics.Median;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes series of lines, in whatever order they come. */
final class SeriesReader {

    /** A commit as its lines know it: of those made in the same second, the one that was measured first is the older one. */
    private record Known(Instant at, long measured) {

        Known with(Known other) {
            return new Known(at.isBefore(other.at) ? at : other.at, Math.min(measured, other.measured));
        }
    }

    private final Map<String, Known> commits = new HashMap<>();
    private final Map<Quantity, Map<String, Map<Long, Long>>> amounts = new HashMap<>();

    /** Of a run that was added again when there was more in it, the last line counts. */
    void add(Entry entry) {
        commits.merge(entry.commit(), new Known(Instant.parse(entry.at()), entry.run()), Known::with);
        entry.figures().forEach(figure -> add(entry, figure));
    }

    private void add(Entry entry, Figure figure) {
        amounts.computeIfAbsent(figure.quantity(), quantity -> new HashMap<>())
                .computeIfAbsent(entry.commit(), commit -> new LinkedHashMap<>())
                .put(entry.run(), figure.amount());
    }

    History history(List<String> problems) {
        List<Commit> inOrder = commits.entrySet().stream()
                .sorted(comparing((Map.Entry<String, Known> commit) ->
                                commit.getValue().at())
                        .thenComparing(Map.Entry::getValue, comparingLong(Known::measured))
                        .thenComparing(Map.Entry::getKey))
                .map(commit -> new Commit(commit.getKey(), commit.getValue().at()))
                .toList();
        List<Series> series = amounts.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(quantity -> Series.of(quantity.getKey(), points(inOrder, quantity.getValue())))
                .toList();
        return new History(inOrder, series, problems);
    }

    private static List<Point> points(List<Commit> inOrder, Map<String, Map<Long, Long>> byCommit) {
        return inOrder.stream()
                .filter(commit -> byCommit.containsKey(commit.id()))
                .map(commit -> new Point(commit, median(byCommit.getOrDefault(commit.id(), Map.of()))))
                .toList();
    }

    private static long median(Map<Long, Long> runs) {
        return Median.lower(runs.values());
    }
}
