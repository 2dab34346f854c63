package io.github.vramguard.report.history;

import io.github.vramguard.history.Series;
import io.github.vramguard.run.Quantity;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The page: HTML without scripts, light or dark as the reader's system is. */
public final class HistoryPage {

    private static final String STYLE = """
            :root { color-scheme: light dark; --ink: #1b1f24; --faint: #6e7781; --line: #0969da; --worse: #cf222e;
                    --better: #1a7f37; --paper: #ffffff; --edge: #d0d7de }
            @media (prefers-color-scheme: dark) {
              :root { --ink: #e6edf3; --faint: #8b949e; --line: #58a6ff; --worse: #ff7b72; --better: #56d364;
                      --paper: #0d1117; --edge: #30363d } }
            body { font: 15px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper);
                   max-width: 60rem; margin: 2rem auto; padding: 0 1rem }
            section { border-top: 1px solid var(--edge); padding: 1rem 0 }
            h1 { font-size: 1.4rem } h2 { font-size: 1rem; margin: 0; overflow-wrap: anywhere }
            p, li { margin: .2rem 0 } .faint { color: var(--faint) }
            .worse { color: var(--worse) } .better { color: var(--better) }
            svg { width: 100%; height: auto; display: block } text { fill: var(--faint); font-size: 11px }
            .trend { fill: none; stroke: var(--line); stroke-width: 1.5 } .point { fill: var(--line) }
            line.worse { stroke: var(--worse) } line.better { stroke: var(--better) }
            """;

    private HistoryPage() {}

    /**
     * The page of some series.
     *
     * @param series what is drawn, in this order
     * @param summary what is said above
     * @return the whole file
     */
    public static String of(List<Series> series, String summary) {
        String sections = IntStream.range(0, series.size())
                .mapToObj(i -> section(series.get(i), i))
                .collect(Collectors.joining());
        return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                + "<title>VramGuard history</title>\n<style>\n" + STYLE + "</style>\n</head>\n<body>\n"
                + "<h1>VramGuard history</h1>\n<p>" + Escaped.of(summary) + "</p>\n" + sections
                + "</body>\n</html>\n";
    }

    private static String section(Series series, int number) {
        Quantity quantity = series.quantity();
        return "<section>\n<h2>" + Escaped.of(quantity.test()) + "</h2>\n<p>"
                + Escaped.of(quantity.pool() + " " + quantity.measure()) + " <span class=\"faint\">"
                + Escaped.of(quantity.source() + " · " + quantity.machine()) + "</span></p>\n"
                + new Chart(series, number).svg() + changes(series) + "</section>\n";
    }

    private static String changes(Series series) {
        return series.changes().isEmpty()
                ? ""
                : series.changes().stream()
                        .map(change -> "<li class=\"" + Chart.tone(change) + "\">"
                                + Escaped.of(ChangeWords.of(series.quantity().pool(), change)) + "</li>\n")
                        .collect(Collectors.joining("", "<ul>\n", "</ul>\n"));
    }
}
