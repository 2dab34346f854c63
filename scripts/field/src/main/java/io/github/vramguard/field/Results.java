package io.github.vramguard.field;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was measured, in files of tabs and lines, of which a later line replaces an earlier one of the same trial. */
final class Results {

    private static final int KEYS = 6;

    private final Path truths;
    private final Path trials;

    Results(Path folder) {
        truths = folder.resolve("truth.tsv");
        trials = folder.resolve("trials.tsv");
    }

    Map<String, Growth> truths() throws IOException {
        Map<String, Growth> found = new LinkedHashMap<>();
        for (List<String> row : rows(truths)) {
            found.put(row.get(0), Growth.parse(row.get(1)));
        }
        return found;
    }

    /** Rows of what {@link Trial#columns} has, deviation, verdict, cycles, seconds, pools, headline. */
    List<List<String>> trials() throws IOException {
        Map<List<String>, List<String>> latest = new LinkedHashMap<>();
        for (List<String> row : rows(trials)) {
            latest.put(row.subList(0, KEYS), row);
        }
        return List.copyOf(latest.values());
    }

    boolean have(Trial trial) throws IOException {
        return trials().stream().anyMatch(row -> row.subList(0, KEYS).equals(trial.columns()));
    }

    void add(Case measured, Growth truth) throws IOException {
        append(truths, List.of(measured.name(), truth.toText()));
    }

    void add(Trial trial, boolean missed, Outcome outcome, long seconds) throws IOException {
        List<String> row = new ArrayList<>(trial.columns());
        row.add(missed ? "DEVIATES" : "as expected");
        row.add(outcome.verdict());
        row.add(String.valueOf(outcome.cycles()));
        row.add(String.valueOf(seconds));
        row.add(outcome.pools());
        row.add(outcome.headline());
        append(trials, row);
    }

    private static List<List<String>> rows(Path file) throws IOException {
        return Files.exists(file)
                ? Files.readAllLines(file).stream()
                        .map(line -> List.of(line.split("\t", -1)))
                        .toList()
                : List.of();
    }

    private static void append(Path file, List<String> row) throws IOException {
        Files.writeString(file, String.join("\t", row) + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
