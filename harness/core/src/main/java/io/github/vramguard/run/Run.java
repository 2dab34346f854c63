package io.github.vramguard.run;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What the tests of one build measured, in however many JVMs they ran.
 *
 * @param format the version of the format, {@value JvmRun#FORMAT}
 * @param jvmRuns the JVMs, in the order they started
 * @param tests the tests, by their id and check; one that ran on machines of several classes is there for each of them
 * @param problems what could not be read, as text; empty if all could
 */
public record Run(int format, List<JvmRun> jvmRuns, List<MeasuredTest> tests, List<String> problems) {

    /** Copies the lists. */
    public Run {
        jvmRuns = List.copyOf(jvmRuns);
        tests = List.copyOf(tests);
        problems = List.copyOf(problems);
    }

    /**
     * Creates a run.
     *
     * @param jvmRuns the JVMs
     * @param tests what they measured, those of each JVM in the order they were recorded
     * @param problems what could not be read
     * @return the run; of a test that ran more than once on machines of one class, the last time counts
     */
    public static Run of(List<JvmRun> jvmRuns, List<MeasuredTest> tests, List<String> problems) {
        Map<String, JvmRun> known = new LinkedHashMap<>();
        jvmRuns.stream()
                .sorted(Comparator.comparingLong(JvmRun::startedAt))
                .forEach(jvm -> known.merge(jvm.id(), jvm, (one, other) -> other.endedAt() == null ? one : other));
        Map<String, String> machines = machines(known.values());
        SortedMap<Identity, MeasuredTest> latest = new TreeMap<>(Identity.ORDER);
        tests.forEach(test ->
                latest.merge(new Identity(test.key(), machines.getOrDefault(test.jvmRun(), "")), test, Run::later));
        return new Run(
                JvmRun.FORMAT,
                List.copyOf(known.values()),
                List.copyOf(latest.values()),
                problems.stream().distinct().toList());
    }

    /** A test that failed on one machine is not replaced by a pass on another. */
    private record Identity(String test, String machine) {

        static final Comparator<Identity> ORDER =
                Comparator.comparing(Identity::test).thenComparing(Identity::machine);
    }

    /**
     * The classes of the machines.
     *
     * @return that of each JVM, by the id of the JVM; a test may be of a JVM that is not known
     */
    public Map<String, String> machines() {
        return machines(jvmRuns);
    }

    private static Map<String, String> machines(Collection<JvmRun> jvmRuns) {
        return jvmRuns.stream()
                .collect(Collectors.toMap(JvmRun::id, jvm -> jvm.machine().name(), (one, same) -> one));
    }

    /**
     * The part of one JVM.
     *
     * @param jvm the JVM
     * @return it, and what it measured
     */
    public Run only(JvmRun jvm) {
        return of(
                jvmRuns.stream().filter(each -> each.id().equals(jvm.id())).toList(),
                tests.stream().filter(test -> test.jvmRun().equals(jvm.id())).toList(),
                problems);
    }

    /** A JVM records in order, also what goes on; those of others were measured at another time. */
    private static MeasuredTest later(MeasuredTest one, MeasuredTest next) {
        return next.jvmRun().equals(one.jvmRun()) || next.startedAt() >= one.startedAt() ? next : one;
    }
}
