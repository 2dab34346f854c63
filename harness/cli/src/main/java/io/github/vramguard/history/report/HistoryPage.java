package io.github.vramguard.history.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.vramguard.history.Series;
import io.github.vramguard.run.Quantity;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The page: HTML without scripts, light or dark as the reader's system is. Its policy lets the browser load nothing and run
 * nothing, and take no other style than its own.
 */
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
            .worse, .problem { color: var(--worse) } .better { color: var(--better) }
            .chart { overflow-x: auto } svg { width: 100%; min-width: 40rem; height: auto; display: block }
            text { fill: var(--faint); font-size: 12px }
            .trend { fill: none; stroke: var(--line); stroke-width: 1.5 } .point { fill: var(--line) }
            line.worse { stroke: var(--worse) } line.better { stroke: var(--better) }
            summary { cursor: pointer; width: fit-content; padding: .3rem 0 } table { border-collapse: collapse }
            th, td { text-align: left; padding: .1rem 1rem .1rem 0; font-variant-numeric: tabular-nums }
            th:last-child, td:last-child { text-align: right; padding-right: 0 }
            """;

    private HistoryPage() {}

    /**
     * Returns the page of some series.
     *
     * @param series the series, in the order of the page
     * @param summary the line at the top
     * @param problems what could not be read; empty if all could
     * @return the whole file
     */
    public static String of(List<Series> series, String summary, List<String> problems) {
        String sections = IntStream.range(0, series.size())
                .mapToObj(i -> section(series.get(i), i))
                .collect(Collectors.joining());
        return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                + "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
                + digest(STYLE)
                + "; base-uri 'none'; form-action 'none'\">\n"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                + "<title>VramGuard history</title>\n<style>" + STYLE + "</style>\n</head>\n<body>\n<main>\n"
                + "<h1>VramGuard history</h1>\n<p>" + Escaped.of(summary) + "</p>\n"
                + list(problems.stream().map(problem -> item("problem", problem))) + sections
                + "</main>\n</body>\n</html>\n";
    }

    private static String section(Series series, int number) {
        Quantity quantity = series.quantity();
        String name = quantity.pool() + " " + quantity.measure();
        return "<section>\n<h2>" + Escaped.of(quantity.test()) + "</h2>\n<p>" + Escaped.of(name)
                + " <span class=\"faint\">"
                + Escaped.of(quantity.source() + " · " + quantity.whose() + " · " + quantity.machine())
                + "</span></p>\n"
                + "<div class=\"chart\" tabindex=\"0\" role=\"group\" aria-label=\"chart of " + Escaped.of(name)
                + "\">\n"
                + Chart.of(series, number).svg() + "</div>\n" + list(changes(series)) + ValueTable.of(series)
                + "</section>\n";
    }

    private static Stream<String> changes(Series series) {
        return series.changes().stream()
                .map(change -> item(
                        Chart.tone(change), ChangeWords.of(series.quantity().pool(), change)));
    }

    private static String item(String tone, String text) {
        return "<li class=\"" + tone + "\">" + Escaped.of(text) + "</li>\n";
    }

    private static String list(Stream<String> items) {
        String all = items.collect(Collectors.joining());
        return all.isEmpty() ? "" : "<ul>\n" + all + "</ul>\n";
    }

    private static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
