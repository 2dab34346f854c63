package io.github.vramguard.report.ci;

import io.github.vramguard.run.MeasuredTest;
import io.github.vramguard.run.Result;
import io.github.vramguard.run.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Writes commands for GitHub Actions that annotate the lines of tests. GitHub shows 10 errors and 10 warnings per step,
 * silently drops the rest, and cuts messages at 4096 characters.
 */
final class Annotations {

    private static final int MOST = 10;
    private static final int LONGEST = 4096;

    private Annotations() {}

    static List<String> of(Run run) {
        OrderedTests ordered = OrderedTests.of(run);
        List<String> errors = Stream.of(Result.FAILED, Result.UNFINISHED)
                .flatMap(result -> ordered.all(result).stream())
                .map(test -> of("error", ordered, test))
                .toList();
        List<String> warnings = Stream.concat(
                        Totals.problems(run).stream().map(problem -> of("warning", "VramGuard", problem)),
                        ordered.all(Result.INCONCLUSIVE).stream().map(test -> of("warning", ordered, test)))
                .toList();
        return Stream.concat(limited("error", errors).stream(), limited("warning", warnings).stream())
                .toList();
    }

    private static List<String> limited(String command, List<String> all) {
        if (all.size() <= MOST) {
            return all;
        }
        List<String> first = new ArrayList<>(all.subList(0, MOST - 1));
        first.add(of(
                command,
                "VramGuard",
                (all.size() - first.size()) + " more are not annotated, because GitHub shows " + MOST
                        + " of a step; the summary of the step names them"));
        return first;
    }

    private static String of(String command, OrderedTests ordered, MeasuredTest test) {
        String file = test.test().file();
        Integer line = test.test().line();
        String place = file == null ? "" : "file=" + property(file) + (line == null ? "" : ",line=" + line) + ",";
        String message = OrderedTests.block(test);
        return "::" + command + " " + place + "title=" + property(ordered.name(test)) + "::"
                + data(message.substring(0, Math.min(LONGEST, message.length())));
    }

    private static String of(String command, String title, String message) {
        return "::" + command + " title=" + property(title) + "::" + data(message);
    }

    /** As the runner takes it back: a percent sign first, or it would stand for the start of an escape. */
    static String data(String text) {
        return Legal.of(text).replace("%", "%25").replace("\n", "%0A");
    }

    static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }
}
