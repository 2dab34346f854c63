package io.github.vramguard.junit;

import io.github.vramguard.report.EndOfRun;
import io.github.vramguard.verdict.Unmeasured;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The end of a run on the console.
 *
 * @param verdicts how many tests passed, failed and so on
 * @param spent what measuring took
 * @param unmeasured what no verdict is about
 * @param end the reports, and what went wrong with them or with the baseline
 * @param weaknesses what makes readings less exact than they could be
 */
record Closing(VerdictCounts verdicts, Duration spent, Unmeasured unmeasured, EndOfRun end, List<String> weaknesses) {

    boolean isGreen() {
        return verdicts.allPassed() && end.problems().isEmpty();
    }

    /** For instance {@code 12 passed, 1 failed; measuring took 3.4 s; not measured: gpu0 (no driver); report: target/vramguard/index.html}. */
    String line() {
        return verdicts
                + String.format(Locale.ROOT, "; measuring took %.1f s", spent.toMillis() / 1000.0)
                + notMeasured()
                + report();
    }

    private String notMeasured() {
        return unmeasured.gaps().isEmpty() ? "" : "; not measured: " + unmeasured;
    }

    /** The page, or whatever else there is to read. */
    private String report() {
        List<Path> files = end.files();
        return files.stream()
                .filter(file -> file.toString().endsWith(".html"))
                .findFirst()
                .or(() -> files.stream().findFirst())
                .map(file -> "; report: " + file)
                .orElse("");
    }

    /** A run in which everything passed needs no advice, unless it is asked for. */
    Stream<String> lines(boolean isVerbose) {
        boolean advises = !weaknesses.isEmpty() && (isVerbose || !isGreen());
        Stream<String> advice = advises
                ? Stream.concat(
                        Stream.of("memory readings are less exact than they could be:"),
                        weaknesses.stream().map(weakness -> "  " + weakness))
                : Stream.of();
        return Stream.concat(end.problems().stream(), advice);
    }
}
