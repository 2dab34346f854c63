package io.github.vramguard.gpucheck;

import java.util.List;
import java.util.Map;

/** The file of results. */
final class Markdown {

    private final StringBuilder text = new StringBuilder();

    Markdown title(String title) {
        text.append("# ").append(title).append("\n\n");
        return this;
    }

    Markdown section(String title) {
        text.append("## ").append(title).append("\n\n");
        return this;
    }

    Markdown paragraph(String paragraph) {
        text.append(paragraph).append("\n\n");
        return this;
    }

    Markdown facts(Map<String, String> facts) {
        facts.forEach((name, fact) ->
                text.append("- ").append(name).append(": ").append(fact).append('\n'));
        text.append('\n');
        return this;
    }

    Markdown table(List<String> header, List<List<String>> rows) {
        row(header);
        row(header.stream().map(column -> "---").toList());
        rows.forEach(this::row);
        text.append('\n');
        return this;
    }

    private void row(List<String> cells) {
        cells.forEach(cell -> text.append("| ").append(escaped(cell)).append(' '));
        text.append("|\n");
    }

    private static String escaped(String cell) {
        return cell.replace("|", "\\|").replaceAll("\\s+", " ");
    }

    Markdown block(String output) {
        text.append("```text\n").append(output).append("\n```\n\n");
        return this;
    }

    @Override
    public String toString() {
        return text.toString().stripTrailing() + "\n";
    }
}
