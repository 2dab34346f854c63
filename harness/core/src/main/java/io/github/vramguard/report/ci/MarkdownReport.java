package io.github.vramguard.report.ci;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.vramguard.run.JvmRun;
import io.github.vramguard.run.MeasuredTest;
import io.github.vramguard.run.Result;
import io.github.vramguard.run.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes a run as Markdown: a table with failed tests first, then the evidence of each verdict, collapsed. */
final class MarkdownReport {

    private static final String TABLE = "| verdict | test | |\n|---|---|---|\n";

    private MarkdownReport() {}

    static String of(Run run) {
        return of(run, Integer.MAX_VALUE);
    }

    /** Writes at most so many bytes of UTF-8, and counts what is left out. */
    static String of(Run run, int mostBytes) {
        List<String> parts = parts(run);
        int[] sizes =
                parts.stream().mapToInt(part -> part.getBytes(UTF_8).length).toArray();
        long total = 0;
        int fit = 0;
        int fitWithNotice = 0;
        int reserved = notice(parts.size()).getBytes(UTF_8).length;
        for (int size : sizes) {
            total += size;
            fit += total <= mostBytes ? 1 : 0;
            fitWithNotice += total + reserved <= mostBytes ? 1 : 0;
        }
        return fit == parts.size()
                ? String.join("", parts)
                : String.join("", parts.subList(0, fitWithNotice))
                        + (reserved <= mostBytes ? notice(parts.size() - fitWithNotice) : "");
    }

    private static String notice(int left) {
        return "\n\n**" + left + " more rows and blocks do not fit here.** The file run.json has all of them.\n";
    }

    /** Each part is complete, so that the report can end after any of them. */
    private static List<String> parts(Run run) {
        OrderedTests ordered = OrderedTests.of(run);
        List<MeasuredTest> passed = ordered.all(Result.PASSED);
        List<MeasuredTest> others = new ArrayList<>(ordered.all());
        others.removeAll(passed);
        List<String> parts = new ArrayList<>();
        parts.add("## VramGuard: " + Totals.counts(run) + "\n\n");
        Totals.problems(run).forEach(problem -> parts.add("- **incomplete:** " + Markdown.text(problem) + "\n"));
        addTable(parts, ordered, others);
        others.stream().filter(test -> !test.facts().isEmpty()).forEach(test -> parts.add(details(ordered, test)));
        addTable(parts, ordered, passed);
        parts.add("\n" + Totals.cost(run) + machines(run) + "\n");
        return parts;
    }

    private static void addTable(List<String> parts, OrderedTests ordered, List<MeasuredTest> tests) {
        for (int i = 0; i < tests.size(); i++) {
            parts.add((i == 0 ? "\n" + TABLE : "") + row(ordered, tests.get(i)) + (i == tests.size() - 1 ? "\n" : ""));
        }
    }

    private static String row(OrderedTests ordered, MeasuredTest test) {
        String word = Totals.word(test.result());
        return "| " + (test.result() == Result.PASSED ? word : "**" + word.toUpperCase(Locale.ROOT) + "**")
                + " | " + Markdown.code(OrderedTests.className(test) + " " + ordered.name(test))
                + " | " + Markdown.text(test.headline()) + " |\n";
    }

    private static String details(OrderedTests ordered, MeasuredTest test) {
        return "<details><summary>" + Markdown.code(ordered.name(test)) + "</summary>\n\n"
                + Markdown.block(OrderedTests.block(test)) + "\n</details>\n\n";
    }

    private static String machines(Run run) {
        return run.jvmRuns().stream()
                .map(JvmRun::machine)
                .distinct()
                .map(machine -> "on " + Markdown.text(machine.name()))
                .collect(Collectors.joining(", and ", run.jvmRuns().isEmpty() ? "" : " ", ""));
    }
}
