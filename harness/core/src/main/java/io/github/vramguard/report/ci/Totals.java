package io.github.vramguard.report.ci;

import io.github.vramguard.run.JvmRun;
import io.github.vramguard.run.MeasuredTest;
import io.github.vramguard.run.Result;
import io.github.vramguard.run.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Summarizes a whole run. */
public final class Totals {

    private Totals() {}

    /**
     * Counts the tests by verdict.
     *
     * @param run the run
     * @return for example {@code 12 tests: 1 failed, 2 inconclusive, 9 passed}
     */
    public static String counts(Run run) {
        List<String> counts = new ArrayList<>();
        for (Result result : OrderedTests.ORDER) {
            long count =
                    run.tests().stream().filter(test -> test.result() == result).count();
            if (count > 0) {
                counts.add(count + " " + word(result));
            }
        }
        return plural(run.tests().size(), "test") + (counts.isEmpty() ? "" : ": " + String.join(", ", counts));
    }

    /**
     * Lists the tests that need attention.
     *
     * @param run the run
     * @return one line per failed, unfinished or inconclusive test, the worst first
     */
    public static List<String> needingAttention(Run run) {
        OrderedTests ordered = OrderedTests.of(run);
        List<MeasuredTest> tests = ordered.all().stream()
                .filter(test -> test.result() != Result.PASSED && test.result() != Result.NOT_JUDGED)
                .toList();
        ShortNames names = ShortNames.among(tests);
        return tests.stream()
                .map(test -> String.format(
                        "%-12s  %s%s%s", test.result(), names.before(test), test.headline(), ordered.place(test)))
                .toList();
    }

    static String word(Result result) {
        return result.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /**
     * Returns the cost of measuring.
     *
     * @param run the run
     * @return for example {@code measuring took 12.3 s in 2 JVMs}; JVMs that did not end are left out
     */
    public static String cost(Run run) {
        List<Long> millis = run.jvmRuns().stream()
                .map(JvmRun::measuringMillis)
                .filter(Objects::nonNull)
                .toList();
        return String.format(
                Locale.ROOT,
                "measuring took %.1f s in %s",
                millis.stream().mapToLong(Long::longValue).sum() / 1000.0,
                plural(millis.size(), "JVM"));
    }

    /**
     * Lists what makes the run incomplete.
     *
     * @param run the run
     * @return one line per JVM that did not end, and per record that could not be read
     */
    public static List<String> problems(Run run) {
        List<String> problems = new ArrayList<>();
        for (JvmRun jvm : run.jvmRuns()) {
            if (jvm.endedAt() == null) {
                problems.add(unended(jvm));
            }
        }
        problems.addAll(run.problems());
        return problems;
    }

    /**
     * Reports a JVM that did not end.
     *
     * @param jvm the JVM
     * @return a line that names it
     */
    public static String unended(JvmRun jvm) {
        return "the JVM " + jvm.id() + " was killed or still runs: its last measurements may be missing";
    }

    private static String plural(int count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }
}
