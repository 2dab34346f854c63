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
 * @param format the version of the format, {@value #FORMAT}
 * @param forks the JVMs, in the order they started
 * @param tests the tests, by their id and check; one that ran on machines of several classes is there for each of them
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
     * @return the run; of a test that ran more than once on machines of one class, the last time counts
     */
    public static Run of(List<Fork> forks, List<MeasuredTest> tests, List<String> problems) {
        Map<String, Fork> known = new LinkedHashMap<>();
        forks.stream()
                .sorted(Comparator.comparingLong(Fork::startedAt))
                .forEach(fork -> known.merge(fork.id(), fork, (one, other) -> other.endedAt() == null ? one : other));
        Map<String, String> machines = machines(known.values());
        SortedMap<Identity, MeasuredTest> latest = new TreeMap<>(Identity.ORDER);
        tests.forEach(test ->
                latest.merge(new Identity(test.key(), machines.getOrDefault(test.fork(), "")), test, Run::later));
        return new Run(
                FORMAT,
                List.copyOf(known.values()),
                List.copyOf(latest.values()),
                problems.stream().distinct().toList());
    }

    /** What is broken on one machine is not mended by what is kept on another. */
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
        return machines(forks);
    }

    private static Map<String, String> machines(Collection<Fork> forks) {
        return forks.stream()
                .collect(Collectors.toMap(Fork::id, fork -> fork.machine().name(), (one, same) -> one));
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
}
