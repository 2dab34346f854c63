package io.github.vramguard.cli.compare;

import io.github.vramguard.cli.terminal.Printable;
import io.github.vramguard.compare.Comparison;
import io.github.vramguard.compare.report.Row;
import io.github.vramguard.compare.report.Total;
import java.util.List;
import java.util.Locale;

/** A comparison for a person to read: what differs by the test, and the total. */
final class CompareText {

    private CompareText() {}

    static String of(Comparison comparison) {
        StringBuilder text = new StringBuilder();
        List<Row> rows = Row.of(comparison);
        int widest = rows.stream().mapToInt(row -> row.what().length()).max().orElse(0);
        String test = "";
        for (Row row : rows) {
            String heading = row.changeInWords() + "  " + row.test();
            text.append(heading.equals(test) ? "" : Printable.of(heading) + "\n");
            text.append(details(row, widest));
            test = heading;
        }
        comparison.warnings().forEach(warning -> text.append("warning: " + Printable.of(warning) + "\n"));
        return text.append(Total.of(comparison)).append("\n").toString();
    }

    private static String details(Row row, int widest) {
        if (row.what().isEmpty()) {
            return row.note().isEmpty() ? "" : "    " + Printable.of(row.note()) + "\n";
        }
        String amounts = String.format(Locale.ROOT, "%10s -> %-10s", row.base(), row.head());
        boolean hasAmounts = !row.base().isEmpty() && !row.head().isEmpty();
        String line = String.format(
                Locale.ROOT, "    %-" + widest + "s  %s", row.what(), (hasAmounts ? amounts + "  " : "") + row.note());
        return Printable.of(line.stripTrailing()) + "\n";
    }
}
