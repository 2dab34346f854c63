package io.github.vramguard.rule;

import io.github.vramguard.verdict.Shape;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * How many series without a leak are blamed and kept, and how many with one are found and kept.
 *
 * @param clean series without a leak
 * @param blamed those of them that are called a leak
 * @param cleared those of them that are called clean
 * @param leaky series with a leak, of any size
 * @param found those of them that are called a leak
 * @param missed those of them that are called clean
 */
record CorpusTable(long clean, long blamed, long cleared, long leaky, long found, long missed) {

    static final String HEADER = "row, cycles: clean, blamed, cleared; leaky, found, missed";

    static CorpusTable of(List<LabelledSeries> all, Function<LabelledSeries, Shape> judge) {
        Predicate<LabelledSeries> blamed = series -> judge.apply(series) == Shape.LEAK;
        Predicate<LabelledSeries> cleared = series -> judge.apply(series).clean();
        Predicate<LabelledSeries> leaky = LabelledSeries::leaks;
        return new CorpusTable(
                count(all, leaky.negate()),
                count(all, leaky.negate().and(blamed)),
                count(all, leaky.negate().and(cleared)),
                count(all, leaky),
                count(all, leaky.and(blamed)),
                count(all, leaky.and(cleared)));
    }

    /** One line for each row of sensitivities and number of cycles. */
    static String byRowAndCycles(List<LabelledSeries> all) {
        return all.stream()
                .collect(Collectors.groupingBy(CorpusTable::key, TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(entry -> entry.getKey() + ": "
                        + of(entry.getValue(), series -> series.judged().shape()))
                .collect(Collectors.joining("\n", HEADER + "\n", ""));
    }

    static Map<String, List<LabelledSeries>> byKind(List<LabelledSeries> all) {
        return all.stream().collect(Collectors.groupingBy(LabelledSeries::kind, TreeMap::new, Collectors.toList()));
    }

    private static String key(LabelledSeries series) {
        return String.format(Locale.ROOT, "%s, %2d", series.row(), series.cycles());
    }

    private static long count(List<LabelledSeries> all, Predicate<LabelledSeries> wanted) {
        return all.stream().filter(wanted).count();
    }

    @Override
    public String toString() {
        return clean + ", " + blamed + ", " + cleared + "; " + leaky + ", " + found + ", " + missed;
    }
}
