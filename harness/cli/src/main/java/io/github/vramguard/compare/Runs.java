package io.github.vramguard.compare;

import io.github.vramguard.memory.Shortened;
import io.github.vramguard.run.Figure;
import io.github.vramguard.run.JvmRun;
import io.github.vramguard.run.MeasuredTest;
import io.github.vramguard.run.Quantity;
import io.github.vramguard.run.Result;
import io.github.vramguard.run.Run;
import io.github.vramguard.run.RunDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One run, or repeated runs of the same tests.
 *
 * @param runs each of them
 */
public record Runs(List<Run> runs) {

    private static final String FILE = ".json";

    /** Copies the list. */
    public Runs {
        runs = List.copyOf(runs);
    }

    /**
     * Reads the runs of a place.
     *
     * @param place the file or the directory of a run; or a directory of which each directory and each
     *     {@code .json} file is a run by itself. Those with the same tests are repeated runs, and those with other tests, such as
     *     modules, add up; a link to one of them is no repetition
     * @return the runs
     * @throws NoSuchFileException if there is no such place, or no run in it
     * @throws IOException if a directory cannot be listed
     */
    public static Runs read(Path place) throws IOException {
        List<Run> runs = new ArrayList<>();
        Set<Path> known = new HashSet<>();
        for (Path part : parts(place)) {
            if (Files.exists(part) && known.add(part.toRealPath())) {
                readPart(part).ifPresent(runs::add);
            }
        }
        return runs.isEmpty() ? new Runs(List.of(RunDirectory.readAll(List.of(place)))) : new Runs(runs);
    }

    private static Optional<Run> readPart(Path part) throws IOException {
        try {
            return Optional.of(RunDirectory.readAll(List.of(part)));
        } catch (NoSuchFileException noRun) {
            return Optional.empty();
        }
    }

    private static List<Path> parts(Path place) throws IOException {
        if (!Files.isDirectory(place) || RunDirectory.isAt(place)) {
            return List.of(place);
        }
        try (Stream<Path> all = Files.list(place)) {
            return all.filter(part -> Files.isDirectory(part) || part.toString().endsWith(FILE))
                    .sorted()
                    .toList();
        }
    }

    /**
     * Returns the number of runs that could be read.
     *
     * @return 0 if there is nothing to compare
     */
    public int readable() {
        return (int) runs.stream()
                .filter(run -> !run.jvmRuns().isEmpty() || !run.tests().isEmpty())
                .count();
    }

    /**
     * Returns what could not be read.
     *
     * @return a text for each problem, without duplicates
     */
    public List<String> problems() {
        return runs.stream().flatMap(run -> run.problems().stream()).distinct().toList();
    }

    /** The classes of the machines. */
    Set<String> machines() {
        return runs.stream()
                .flatMap(run -> run.jvmRuns().stream())
                .map(JvmRun::machine)
                .map(machine -> machine.name())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The amounts of each quantity, one for each run. */
    Map<Quantity, List<Long>> amounts(boolean acrossMachines) {
        return runs.stream()
                .flatMap(Figure::of)
                .collect(Collectors.groupingBy(
                        figure -> acrossMachines ? figure.quantity().onAnyMachine() : figure.quantity(),
                        Collectors.mapping(Figure::amount, Collectors.toList())));
    }

    /** Each test with its most frequent verdict. */
    Map<String, Result> results() {
        return runs.stream()
                .flatMap(Runs::worst)
                .collect(Collectors.groupingBy(
                        MeasuredTest::key,
                        TreeMap::new,
                        Collectors.collectingAndThen(Collectors.toList(), UsualResult::of)));
    }

    /** A test that ran on machines of several classes fails if it fails on one of them. */
    private static Stream<MeasuredTest> worst(Run run) {
        Map<String, MeasuredTest> worst = new HashMap<>();
        run.tests()
                .forEach(test ->
                        worst.merge(test.key(), test, (one, other) -> other.result() == Result.FAILED ? other : one));
        return worst.values().stream();
    }

    /** Why pools were not read, in brief: of each test, by the name of the pool. */
    Map<String, Map<String, String>> gaps() {
        Map<String, Map<String, String>> gaps = new HashMap<>();
        tests().forEach(test -> test.pools().stream()
                .filter(pool -> pool.gap() != null)
                .forEach(pool -> gaps.computeIfAbsent(test.key(), key -> new HashMap<>())
                        .putIfAbsent(pool.name(), Shortened.clause(String.valueOf(pool.gap())))));
        return gaps;
    }

    /** The verdict on a test on one line, of the last run in which it had that result. */
    String headline(String test, Result result) {
        return tests().filter(measured -> measured.key().equals(test) && measured.result() == result)
                .map(MeasuredTest::headline)
                .reduce("", (earlier, later) -> later);
    }

    private Stream<MeasuredTest> tests() {
        return runs.stream().flatMap(run -> run.tests().stream());
    }
}
