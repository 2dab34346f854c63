package io.github.vramguard.report.ci;

import io.github.vramguard.run.JvmRun;
import io.github.vramguard.run.MeasuredTest;
import io.github.vramguard.run.Result;
import io.github.vramguard.run.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** A whole run on one line, and what is wrong with it as a whole. */
public final class Totals {

    private Totals() {}

    /**
     * How many tests came to what.
     *
     * @param run the run
     * @return for instance {@code 12 tests: 1 broken, 2 inconclusive, 9 kept}
     */
    public static String counts(Run run) {
        List<String> counts = new ArrayList<>();
        for (Result result : Told.ORDER) {
            long count =
                    run.tests().stream().filter(test -> test.result() == result).count();
            if (count > 0) {
                counts.add(count + " " + word(result));
            }
        }
        return plural(run.tests().size(), "test") + (counts.isEmpty() ? "" : ": " + String.join(", ", counts));
    }

    /**
     * The tests that a person is to hear of.
     *
     * @param run the run
     * @return a line for each that is broken, unfinished or inconclusive, the worst first
     */
    public static List<String> worthTelling(Run run) {
        Told told = Told.of(run);
        List<MeasuredTest> tests = told.all().stream()
                .filter(test -> test.result() != Result.PASSED && test.result() != Result.NOT_JUDGED)
                .toList();
        ShortNames names = ShortNames.among(tests);
        return tests.stream()
                .map(test -> String.format(
                        "%-12s  %s%s%s", test.result(), names.before(test), test.headline(), told.place(test)))
                .toList();
    }

    static String word(Result result) {
        return result.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /**
     * What measuring took.
     *
     * @param run the run
     * @return for instance {@code measuring took 12.3 s in 2 JVMs}; JVMs that did not end are left out, as nobody knows
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
     * What makes the run less than whole.
     *
     * @param run the run
     * @return a line for each JVM that did not end, and for each record that could not be read
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
     * That a JVM did not end.
     *
     * @param jvm the JVM
     * @return a line that names it
     */
    public static String unended(JvmRun jvm) {
        return "the JVM " + jvm.id() + " was killed, or still runs: what it measured last may be missing";
    }

    private static String plural(int count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }
}
