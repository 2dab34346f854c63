package io.github.vramguard.compare.report;

import io.github.vramguard.compare.Comparison;
import io.github.vramguard.report.ci.Markdown;
import java.util.List;
import java.util.stream.Collectors;

/** Writes a comparison as Markdown, for a comment on a pull request or the summary of a job. */
public final class ComparisonMarkdown {

    /** A comment on GitHub holds 65,536 characters. */
    private static final int MOST_ROWS = 150;

    private static final int LONGEST = 300;

    private ComparisonMarkdown() {}

    /**
     * Returns the text.
     *
     * @param comparison the comparison
     * @return complete lines
     */
    public static String of(Comparison comparison) {
        List<Row> rows = Row.of(comparison);
        String title = "### " + mark(comparison) + " VramGuard: " + Total.of(comparison) + "\n";
        String warnings = comparison.warnings().stream()
                .map(warning -> "\n> ⚠️ " + text(warning) + "\n")
                .collect(Collectors.joining());
        return title + warnings + (rows.isEmpty() ? "" : table(rows));
    }

    private static String mark(Comparison comparison) {
        if (comparison.isWorse()) {
            return "❌";
        }
        return comparison.compared() > 0 ? "✅" : "⚠️";
    }

    private static String table(List<Row> rows) {
        String lines =
                rows.stream().limit(MOST_ROWS).map(ComparisonMarkdown::line).collect(Collectors.joining());
        String rest = rows.size() > MOST_ROWS ? "\n… and " + (rows.size() - MOST_ROWS) + " more\n" : "";
        return "\n| | test | pool | before | now | difference |\n|---|---|---|---:|---:|---|\n" + lines + rest;
    }

    private static String line(Row row) {
        return "| " + row.changeInWords() + " | " + Markdown.code(cut(row.test())) + " | " + text(row.what()) + " | "
                + text(row.base()) + " | " + text(row.head()) + " | " + text(row.note()) + " |\n";
    }

    private static String text(String text) {
        return Markdown.text(cut(text));
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
