package io.github.vramguard.junit;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Counts the verdicts of a run, for one line at its end. */
final class VerdictCounts {

    private final Map<String, Integer> verdicts = new TreeMap<>();

    synchronized void count(String verdict) {
        verdicts.merge(verdict, 1, Integer::sum);
    }

    synchronized boolean isEmpty() {
        return verdicts.isEmpty();
    }

    /** For instance {@code memory of this run: 1 failed, 12 passed; measuring took 3.4 s}, and more on lines of its own. */
    synchronized String line(Duration spent, List<String> more) {
        return "memory of this run: "
                + verdicts.entrySet().stream()
                        .map(verdict -> verdict.getValue() + " " + verdict.getKey())
                        .collect(Collectors.joining(", "))
                + String.format(Locale.ROOT, "; measuring took %.1f s", spent.toMillis() / 1000.0)
                + more.stream().map(line -> "\n  " + line).collect(Collectors.joining());
    }
}
