package io.github.vramguard.field;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** All results as tables in Markdown: how often each mode said what of each case, and what was run on which JVM. */
final class Table {

    private static final int MODE = 1;
    private static final int COLLECTOR = 4;
    private static final int DEVIATION = 6;
    private static final int VERDICT = 7;

    private Table() {}

    static String all(Map<String, Growth> truths, List<List<String>> trials) {
        return ofCases(truths, trials) + "\n" + ofJvms(trials);
    }

    private static String ofCases(Map<String, Growth> truths, List<List<String>> trials) {
        StringBuilder table = new StringBuilder("| case | growth per cycle, in KiB");
        for (Mode mode : Mode.values()) {
            table.append(" | ").append(mode);
        }
        table.append(" |\n|---|---").append("|---".repeat(Mode.values().length)).append("|\n");
        Map<String, List<List<String>>> cases = trials.stream()
                .collect(Collectors.groupingBy(row -> row.get(0), LinkedHashMap::new, Collectors.toList()));
        new TreeMap<>(cases).forEach((name, rows) -> {
            table.append("| `").append(name).append("` | ");
            table.append(truths.containsKey(name) ? truths.get(name).toText() : "not measured");
            for (Mode mode : Mode.values()) {
                table.append(" | ").append(counts(rows, mode));
            }
            table.append(" |\n");
        });
        return table.toString();
    }

    private static String ofJvms(List<List<String>> trials) {
        StringBuilder table = new StringBuilder(
                "| mode | JDK | flags | collector | cases | trials | not as expected |\n|---|---|---|---|---|---|---|\n");
        Map<List<String>, List<List<String>>> jvms = trials.stream()
                .collect(Collectors.groupingBy(
                        row -> row.subList(MODE, COLLECTOR + 1), LinkedHashMap::new, Collectors.toList()));
        jvms.forEach((jvm, rows) -> table.append("| %s | %d | %d | %d |\n"
                .formatted(
                        String.join(" | ", jvm),
                        rows.stream().map(row -> row.get(0)).distinct().count(),
                        rows.size(),
                        rows.stream()
                                .filter(row -> row.get(DEVIATION).equals("DEVIATES"))
                                .count())));
        return table.toString();
    }

    private static String counts(List<List<String>> rows, Mode mode) {
        Map<String, Long> counts = rows.stream()
                .filter(row -> row.get(MODE).equals(mode.name()))
                .collect(Collectors.groupingBy(
                        row -> row.get(VERDICT).toLowerCase(), TreeMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
    }
}
