package io.github.vramguard.history.report;

import io.github.vramguard.history.ChangePoint;
import io.github.vramguard.history.Point;
import io.github.vramguard.history.Series;
import io.github.vramguard.memory.Pool;
import java.util.List;
import java.util.Locale;
import java.util.LongSummaryStatistics;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * One series as a drawing (SVG), with its text for those who cannot see it.
 *
 * @param series the series
 * @param number its unique number on the page
 * @param lowest the amount at the lower edge
 * @param highest the amount at the upper edge
 */
record Chart(Series series, int number, long lowest, long highest) {

    private static final int WIDTH = 640;
    private static final int HEIGHT = 150;
    private static final int LEFT = 80;
    private static final int EDGE = 20;

    /** Beside more points than that, each of them cannot be hit any more. */
    private static final int MOST_MARKED = 300;

    /** A flat line is not to fill the height with its noise. */
    static Chart of(Series series, int number) {
        LongSummaryStatistics amounts =
                series.points().stream().mapToLong(Point::amount).summaryStatistics();
        long room = series.quantity().tolerance(amounts.getMax());
        return new Chart(series, number, amounts.getMin(), Math.max(amounts.getMax(), amounts.getMin() + room));
    }

    static String tone(ChangePoint change) {
        return change.size() > 0 ? "worse" : "better";
    }

    String svg() {
        return "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-labelledby=\"t%d d%d\">\n"
                        .formatted(WIDTH, HEIGHT, number, number)
                + "<title id=\"t%d\">%s</title>\n".formatted(number, Escaped.of(title()))
                + "<desc id=\"d%d\">%s</desc>\n".formatted(number, Escaped.of(description()))
                + axis(lowest) + axis(highest) + trend() + changes() + points() + "</svg>\n";
    }

    private String title() {
        return series.quantity().pool() + " " + series.quantity().measure() + " of "
                + series.quantity().test();
    }

    private String description() {
        List<Point> points = series.points();
        String span = points.size() + " commits, from " + words(points.get(0)) + " to "
                + words(points.get(points.size() - 1)) + ", between " + pool().format(lowest) + " and "
                + pool().format(highest);
        return series.changes().stream()
                .map(change -> "; " + ChangeWords.of(pool(), change))
                .collect(Collectors.joining("", span, ""));
    }

    private String words(Point point) {
        return point.commit().abbreviated() + " with " + pool().format(point.amount());
    }

    private String axis(long amount) {
        return text(LEFT - 8, y(amount) + 4, "end", pool().format(amount));
    }

    private String trend() {
        return IntStream.range(0, series.points().size())
                .mapToObj(i -> at(x(i)) + "," + at(y(amount(i))))
                .collect(Collectors.joining(" ", "<polyline class=\"trend\" points=\"", "\"/>\n"));
    }

    private String changes() {
        return series.changes().stream()
                .map(change -> {
                    double x = x(change.first() - 0.5);
                    return "<line class=\"%s\" x1=\"%s\" x2=\"%s\" y1=\"%d\" y2=\"%d\"/>\n"
                                    .formatted(tone(change), at(x), at(x), EDGE - 6, HEIGHT - EDGE)
                            + text(x, HEIGHT - 5, "middle", change.commit().abbreviated());
                })
                .collect(Collectors.joining());
    }

    private String points() {
        if (series.points().size() > MOST_MARKED) {
            return "";
        }
        return IntStream.range(0, series.points().size())
                .mapToObj(i -> "<circle class=\"point\" cx=\"%s\" cy=\"%s\" r=\"2.5\"><title>%s</title></circle>\n"
                        .formatted(
                                at(x(i)),
                                at(y(amount(i))),
                                Escaped.of(words(series.points().get(i)))))
                .collect(Collectors.joining());
    }

    private static String text(double x, double y, String anchor, String text) {
        return "<text x=\"%s\" y=\"%s\" text-anchor=\"%s\">%s</text>\n"
                .formatted(at(x), at(y), anchor, Escaped.of(text));
    }

    private double x(double position) {
        int steps = Math.max(1, series.points().size() - 1);
        return LEFT + position * (WIDTH - LEFT - EDGE) / steps;
    }

    private double y(long amount) {
        double span = Math.max(1, (double) highest - lowest);
        return HEIGHT - EDGE - ((double) amount - lowest) / span * (HEIGHT - 2 * EDGE);
    }

    private long amount(int position) {
        return series.points().get(position).amount();
    }

    private Pool pool() {
        return series.quantity().pool();
    }

    private static String at(double place) {
        return String.format(Locale.ROOT, "%.1f", place);
    }
}
