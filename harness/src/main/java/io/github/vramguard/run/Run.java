package io.github.vramguard.run;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What the tests of one build measured, in however many JVMs they ran.
 *
 * @param format the version of the format, {@value #FORMAT}
 * @param forks the JVMs, in the order they started
 * @param tests the tests, by their id and check
 * @param problems what could not be read, for a person to read; empty if all could
 */
public record Run(int format, List<Fork> forks, List<MeasuredTest> tests, List<String> problems) {

    /** The version of the format that is written, and the only one that is read. */
    public static final int FORMAT = 1;

    /** Copies the lists. */
    public Run {
        forks = List.copyOf(forks);
        tests = List.copyOf(tests);
        problems = List.copyOf(problems);
    }

    /**
     * A run of what was measured.
     *
     * @param forks the JVMs
     * @param tests what they measured, those of each JVM in the order they were recorded
     * @param problems what could not be read
     * @return the run; of a test that ran more than once, the last time counts
     */
    public static Run of(List<Fork> forks, List<MeasuredTest> tests, List<String> problems) {
        Map<String, MeasuredTest> latest = new LinkedHashMap<>();
        tests.forEach(test -> latest.merge(test.key(), test, Run::later));
        Map<String, Fork> known = new LinkedHashMap<>();
        forks.stream()
                .sorted(Comparator.comparingLong(Fork::startedAt))
                .forEach(fork -> known.merge(fork.id(), fork, (one, other) -> other.endedAt() == null ? one : other));
        return new Run(
                FORMAT,
                List.copyOf(known.values()),
                latest.values().stream()
                        .sorted(Comparator.comparing(MeasuredTest::key))
                        .toList(),
                problems.stream().distinct().toList());
    }

    /**
     * The part of one JVM.
     *
     * @param fork the JVM
     * @return it, and what it measured
     */
    public Run only(Fork fork) {
        return of(
                forks.stream().filter(each -> each.id().equals(fork.id())).toList(),
                tests.stream().filter(test -> test.fork().equals(fork.id())).toList(),
                problems);
    }

    /** A JVM records in order, also what goes on; those of others were measured at another time. */
    private static MeasuredTest later(MeasuredTest one, MeasuredTest next) {
        return next.fork().equals(one.fork()) || next.startedAt() >= one.startedAt() ? next : one;
    }

    /**
     * This run and others as one.
     *
     * @param others parts of the same build, such as its shards and modules
     * @return the whole
     */
    public Run with(List<Run> others) {
        List<Run> all = Stream.concat(Stream.of(this), others.stream()).toList();
        return of(
                all.stream().flatMap(run -> run.forks.stream()).toList(),
                all.stream().flatMap(run -> run.tests.stream()).toList(),
                all.stream().flatMap(run -> run.problems.stream()).toList());
    }
}
