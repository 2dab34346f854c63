package io.github.vramguard.report.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * The page around the data of a run. Its content security policy lets the browser load nothing, and run only the script and
 * the style with known digests.
 *
 * @param before the part before the data
 * @param after the part after the data
 */
record Page(String before, String after) {

    private static final String DATA = "{data}";
    private static final List<String> STYLES =
            List.of("uplot/uPlot.min.css", "page.css", "overview.css", "panel.css", "media.css");
    private static final List<String> SCRIPTS = List.of(
            "format.js",
            "element.js",
            "run.js",
            "lead.js",
            "theme.js",
            "summary.js",
            "order.js",
            "list.js",
            "lines.js",
            "draw.js",
            "plot.js",
            "view.js",
            "chart.js",
            "tables.js",
            "panel.js",
            "start.js");

    static Page read() {
        String style = theme(resource("theme.css")) + join(STYLES);
        String script =
                resource("uplot/uPlot.iife.min.js") + "(async () => {\n\"use strict\";\n" + join(SCRIPTS) + "})();\n";
        String page = resource("page.html")
                .replace("{licence}", resource("uplot/LICENSE").strip())
                .replace("{style-digest}", digest(style))
                .replace("{script-digest}", digest(script))
                .replace("{style}", style)
                .replace("{script}", script);
        int data = page.indexOf(DATA);
        return new Page(page.substring(0, data), page.substring(data + DATA.length()));
    }

    /** Browsers that cannot choose between two colours, such as Safari 17.4, have the light ones. */
    private static String theme(String colours) {
        String light = colours.replaceAll("light-dark\\(([^,]+), [^)]+\\)", "$1")
                .replaceAll("color-scheme: [a-z ]+;", "color-scheme: light;");
        return light + "@supports (color: light-dark(red, red)) {\n" + colours + "}\n";
    }

    private static String join(List<String> names) {
        return names.stream().map(Page::resource).collect(Collectors.joining());
    }

    private static String resource(String name) {
        try (InputStream text = Objects.requireNonNull(Page.class.getResourceAsStream(name), name)) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    String with(String data) {
        return before + data + after;
    }
}
