package io.github.vramguard.history.report;

import io.github.vramguard.history.Point;
import io.github.vramguard.history.Series;
import java.util.stream.Collectors;

/** The points of a series as a collapsed table, for readers who cannot point at a chart. */
final class ValueTable {

    private ValueTable() {}

    static String of(Series series) {
        String rows = series.points().stream().map(point -> row(series, point)).collect(Collectors.joining());
        return "<details>\n<summary>Values</summary>\n<table>\n<thead><tr><th scope=\"col\">commit</th>"
                + "<th scope=\"col\">made</th><th scope=\"col\">amount</th></tr></thead>\n<tbody>\n"
                + rows + "</tbody>\n</table>\n</details>\n";
    }

    private static String row(Series series, Point point) {
        return "<tr><td>" + Escaped.of(point.commit().abbreviated()) + "</td><td>"
                + Escaped.of(point.commit().at().toString()) + "</td><td>"
                + Escaped.of(series.quantity().pool().format(point.amount())) + "</td></tr>\n";
    }
}
