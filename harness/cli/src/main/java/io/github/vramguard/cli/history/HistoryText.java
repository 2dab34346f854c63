package io.github.vramguard.cli.history;

import io.github.vramguard.cli.terminal.Printable;
import io.github.vramguard.cli.terminal.Sparkline;
import io.github.vramguard.cli.terminal.Terminal;
import io.github.vramguard.compare.report.QuantityNames;
import io.github.vramguard.history.Point;
import io.github.vramguard.history.Series;
import io.github.vramguard.history.report.ChangeWords;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * Prints series as text.
 *
 * @param terminal where they are shown
 * @param known how many series there are
 */
record HistoryText(Terminal terminal, int known) {

    /** The columns beside the bars. */
    private static final int BESIDE = 40;

    String of(List<Series> shown) {
        QuantityNames names = QuantityNames.among(shown.stream().map(Series::quantity));
        StringBuilder text = new StringBuilder();
        String test = "";
        for (Series series : shown) {
            String heading = Printable.of(series.quantity().test());
            text.append(heading.equals(test) ? "" : heading + "\n").append(lines(series, names.of(series.quantity())));
            test = heading;
        }
        return text.append(summary(shown)).append("\n").toString();
    }

    String summary(List<Series> shown) {
        long changing =
                shown.stream().filter(series -> !series.changes().isEmpty()).count();
        String rest = shown.size() < known ? "; --all shows all series" : "";
        return changing + " of " + known + " series " + (changing == 1 ? "changes" : "change") + rest;
    }

    private String lines(Series series, String name) {
        List<Point> points = series.points();
        int width = Math.max(10, terminal.size().get().columns() - BESIDE);
        List<OptionalLong> amounts = points.stream()
                .skip(Math.max(0, points.size() - width))
                .map(point -> OptionalLong.of(point.amount()))
                .toList();
        return "  " + Printable.of(name) + "  "
                + Sparkline.of(amounts, terminal.unicode()) + "  "
                + series.quantity().pool().format(points.get(points.size() - 1).amount()) + "\n"
                + series.changes().stream()
                        .map(change -> "    "
                                + Printable.of(ChangeWords.of(series.quantity().pool(), change)) + "\n")
                        .collect(Collectors.joining());
    }
}
