package io.github.vramguard.compare;

import io.github.vramguard.run.Figure;
import io.github.vramguard.run.Fork;
import io.github.vramguard.run.MeasuredPool;
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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A run, or the same tests run again and again.
 *
 * @param runs each of them
 */
public record Runs(List<Run> runs) {

    /** Copies the list. */
    public Runs {
        runs = List.copyOf(runs);
    }

    /**
     * Read the runs of a place.
     *
     * @param place the file or the directory of a run; or a directory of which each part is a run by itself. Parts with the
     *     same tests are repeated runs, and those with other tests, such as modules, add up
     * @return the runs
     * @throws NoSuchFileException if there is no such place, or no run in it
     * @throws IOException if a directory cannot be listed
     */
    public static Runs read(Path place) throws IOException {
        List<Run> runs = new ArrayList<>();
        for (Path part : parts(place)) {
            readPart(part).ifPresent(runs::add);
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
            return all.sorted().toList();
        }
    }

    /** What could not be read. */
    List<String> problems() {
        return runs.stream().flatMap(run -> run.problems().stream()).distinct().toList();
    }

    /** The classes of the machines. */
    Set<String> machines() {
        return runs.stream()
                .flatMap(run -> run.forks().stream())
                .map(Fork::machine)
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

    /** Each test with what became of it in most runs; the worse where there are as many of both. */
    Map<String, Result> results() {
        return tests().collect(Collectors.groupingBy(
                MeasuredTest::key,
                TreeMap::new,
                Collectors.collectingAndThen(
                        Collectors.mapping(MeasuredTest::result, Collectors.toList()), Runs::usual)));
    }

    private static Result usual(List<Result> results) {
        long broken = results.stream().filter(Result.BROKEN::equals).count();
        return 2 * broken >= results.size()
                ? Result.BROKEN
                : results.stream()
                        .filter(result -> result != Result.BROKEN)
                        .findFirst()
                        .orElse(Result.BROKEN);
    }

    /** Why a pool of a test was not read. */
    Optional<String> gap(String test, String pool) {
        return tests().filter(measured -> measured.key().equals(test))
                .flatMap(measured -> measured.pools().stream())
                .filter(measured -> measured.name().equals(pool))
                .map(MeasuredPool::gap)
                .filter(Objects::nonNull)
                .findFirst();
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
