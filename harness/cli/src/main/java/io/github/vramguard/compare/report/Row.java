package io.github.vramguard.compare.report;

import io.github.vramguard.compare.Change;
import io.github.vramguard.compare.Comparison;
import io.github.vramguard.compare.Difference;
import io.github.vramguard.compare.Shift;
import io.github.vramguard.compare.TestDifference;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.statistics.Median;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A line of a comparison.
 *
 * @param change how a test or one of its amounts changed
 * @param test the test, or how many of them
 * @param what the unique name of the quantity; empty for the test as a whole
 * @param base the amount before
 * @param head the amount now
 * @param note the difference, or why it is unknown
 */
public record Row(Change change, String test, String what, String base, String head, String note) {

    /**
     * Returns the lines of a comparison.
     *
     * @param comparison the comparison
     * @return one line per test and amount, the worst first; a pool that is new or unread in many tests has one line for all
     */
    public static List<Row> of(Comparison comparison) {
        List<Difference> shown = comparison.differences().stream()
                .filter(difference -> difference.change() != Change.SAME)
                .toList();
        QuantityNames names = QuantityNames.among(shown.stream().map(Difference::quantity));
        List<Row> rows = new ArrayList<>();
        comparison.tests().forEach(test -> rows.add(of(test)));
        Map<Row, List<Difference>> alike = new LinkedHashMap<>();
        for (Difference difference : shown) {
            String what = names.of(difference.quantity());
            if (difference.change() == Change.UNREAD || difference.change() == Change.NEW) {
                alike.computeIfAbsent(onAnyTest(difference, what), row -> new ArrayList<>())
                        .add(difference);
            } else {
                rows.add(of(difference, what));
            }
        }
        alike.forEach((row, differences) -> rows.add(row.of(differences)));
        rows.sort(Comparator.comparing(Row::change));
        return rows;
    }

    private static Row of(TestDifference test) {
        return new Row(test.change(), test.test(), "", "", "", test.note());
    }

    private static Row of(Difference difference, String what) {
        Pool pool = difference.quantity().pool();
        return new Row(
                difference.change(),
                difference.quantity().test(),
                what,
                pool.format(Median.lower(difference.base())),
                pool.format(Median.lower(difference.head())),
                difference.shift().map(shift -> words(pool, shift)).orElse(""));
    }

    private static String words(Pool pool, Shift shift) {
        String range = shift.lower() == shift.upper()
                ? ""
                : " (" + signed(pool, shift.lower()) + " to " + signed(pool, shift.upper()) + ")";
        return signed(pool, shift.estimate()) + range;
    }

    private static String signed(Pool pool, long amount) {
        return (amount > 0 ? "+" : "") + pool.format(amount);
    }

    private static Row onAnyTest(Difference difference, String what) {
        String note = difference.change() == Change.NEW ? "measured for the first time" : difference.note();
        return new Row(difference.change(), "", what, "", "", note);
    }

    private Row of(List<Difference> differences) {
        Optional<Difference> one = differences.size() == 1 ? Optional.of(differences.get(0)) : Optional.empty();
        String tests = one.map(only -> only.quantity().test()).orElse(differences.size() + " tests");
        return new Row(
                change,
                tests,
                what,
                one.map(Row::before).orElse(""),
                one.map(Row::now).orElse(""),
                note);
    }

    private static String before(Difference difference) {
        return median(difference.quantity().pool(), difference.base());
    }

    private static String now(Difference difference) {
        return median(difference.quantity().pool(), difference.head());
    }

    private static String median(Pool pool, List<Long> amounts) {
        return amounts.isEmpty() ? "" : pool.format(Median.lower(amounts));
    }

    /**
     * Returns the change in words.
     *
     * @return for example {@code worse}, or {@code not measured}
     */
    public String changeInWords() {
        return switch (change) {
            case WORSE -> "worse";
            case BETTER -> "better";
            case UNREAD -> "not measured";
            case NEW -> "new";
            case GONE -> "gone";
            case SAME -> "same";
        };
    }
}
