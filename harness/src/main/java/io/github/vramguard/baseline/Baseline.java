package io.github.vramguard.baseline;

import io.github.vramguard.run.AtomicFile;
import io.github.vramguard.run.Figure;
import io.github.vramguard.run.Machine;
import io.github.vramguard.run.MeasuredTest;
import io.github.vramguard.run.Result;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is remembered for one class of machines.
 *
 * @param machine the class
 * @param lines what is remembered, by test and pool
 */
public record Baseline(String machine, SortedSet<Remembered> lines) {

    private static final String HEAD = "# VramGuard baseline for ";
    private static final int LONGEST_NAME = 100;

    /** Copies the lines. */
    public Baseline {
        lines = Collections.unmodifiableSortedSet(new TreeSet<>(lines));
    }

    /**
     * The file for a class of machines.
     *
     * @param directory where baselines are kept
     * @param machine a machine of the class
     * @return the file, which need not exist
     */
    public static Path file(Path directory, Machine machine) {
        String name = machine.name().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        return directory.resolve(name.substring(0, Math.min(name.length(), LONGEST_NAME)) + ".txt");
    }

    /**
     * Read what is remembered for a class of machines.
     *
     * @param directory where baselines are kept
     * @param machine a machine of the class
     * @return the baseline; empty if there is none for the class
     * @throws IOException if it cannot be read, or is for another class, or has a line that is none; the message names the line
     */
    public static Optional<Baseline> read(Path directory, Machine machine) throws IOException {
        Path file = file(directory, machine);
        try {
            return Optional.of(parse(file, Files.readAllLines(file, StandardCharsets.UTF_8), machine));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        }
    }

    private static Baseline parse(Path file, List<String> lines, Machine machine) throws IOException {
        if (lines.isEmpty() || !lines.get(0).equals(HEAD + machine.name())) {
            throw new IOException(file + ", line 1: \"" + (lines.isEmpty() ? "" : lines.get(0)) + "\" is not \"" + HEAD
                    + machine.name() + "\"; delete the file, and record it again with vramguard.baseline.update = new");
        }
        SortedSet<Remembered> remembered = new TreeSet<>();
        for (int i = 1; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                remembered.add(parse(file, i + 1, line));
            }
        }
        return new Baseline(machine.name(), remembered);
    }

    private static Remembered parse(Path file, int number, String line) throws IOException {
        try {
            return Remembered.parse(line);
        } catch (IllegalArgumentException refused) {
            throw new IOException(file + ", line " + number + ": \"" + line + "\": " + refused.getMessage(), refused);
        }
    }

    /**
     * A baseline without lines.
     *
     * @param machine a machine of its class
     * @return the baseline
     */
    public static Baseline none(Machine machine) {
        return new Baseline(machine.name(), new TreeSet<>());
    }

    /** Nothing of tests that were not kept. */
    private List<Figure> figures(MeasuredTest test) {
        return test.result() == Result.KEPT ? Figure.of(machine, test).toList() : List.of();
    }

    /**
     * What was measured and is more than is remembered.
     *
     * @param test what was measured
     * @return the amounts that are too large, by pool
     */
    public List<Exceeded> exceededBy(MeasuredTest test) {
        return figures(test).stream()
                .flatMap(now -> of(now).map(before -> exceeded(before, now)).stream())
                .filter(more ->
                        more.measured() > Math.addExact(more.remembered().amount(), more.forgiven()))
                .toList();
    }

    private Optional<Remembered> of(Figure figure) {
        Remembered now = Remembered.of(figure);
        return lines.stream().filter(now::isOf).findFirst();
    }

    private static Exceeded exceeded(Remembered before, Figure now) {
        return new Exceeded(before, now.amount(), now.quantity().tolerance(before.amount()));
    }

    /**
     * The tests of which something was measured that is not remembered.
     *
     * @param tests what was measured
     * @return the tests and how they were judged
     */
    public List<String> lacking(Collection<MeasuredTest> tests) {
        return tests.stream()
                .filter(test ->
                        figures(test).stream().anyMatch(figure -> of(figure).isEmpty()))
                .map(MeasuredTest::key)
                .toList();
    }

    /**
     * This baseline with what it lacks.
     *
     * @param tests what was measured
     * @return a baseline with the same lines and more
     */
    public Baseline withNew(Collection<MeasuredTest> tests) {
        SortedSet<Remembered> more = new TreeSet<>(lines);
        more.addAll(written(tests, figure -> of(figure).isEmpty()));
        return new Baseline(machine, more);
    }

    /**
     * This baseline with the lines of some tests written anew.
     *
     * @param tests what was measured; a test that was not kept keeps its lines
     * @return the newer baseline
     */
    public Baseline with(Collection<MeasuredTest> tests) {
        List<Remembered> fresh = written(tests, figure -> true);
        Predicate<Remembered> isOld =
                line -> fresh.stream().anyMatch(other -> other.test().equals(line.test()));
        return without(isOld).withLines(fresh);
    }

    private List<Remembered> written(Collection<MeasuredTest> tests, Predicate<Figure> wanted) {
        return tests.stream()
                .flatMap(test -> figures(test).stream())
                .filter(wanted)
                .map(figure -> Remembered.of(figure).roundedUp())
                .toList();
    }

    private Baseline withLines(List<Remembered> fresh) {
        SortedSet<Remembered> all = new TreeSet<>(lines);
        all.addAll(fresh);
        return new Baseline(machine, all);
    }

    /**
     * This baseline with fewer lines.
     *
     * @param forgotten tells the lines to leave out
     * @return the shorter baseline
     */
    public Baseline without(Predicate<Remembered> forgotten) {
        return new Baseline(
                machine, lines.stream().filter(forgotten.negate()).collect(Collectors.toCollection(TreeSet::new)));
    }

    /**
     * How many lines differ from those of an earlier baseline.
     *
     * @param before the earlier one
     * @return the number of lines that are new or changed
     */
    public long changedSince(Baseline before) {
        return lines.stream().filter(line -> !before.lines.contains(line)).count();
    }

    /**
     * Write the file, in one step.
     *
     * @param file the file
     * @throws IOException if it cannot be written
     */
    public void write(Path file) throws IOException {
        String text = Stream.concat(
                        Stream.of(
                                HEAD + machine,
                                "# test | pool | residue, growth a cycle or peak | amount; more than that and its tolerance fails the test."),
                        lines.stream().map(Remembered::toString))
                .collect(Collectors.joining("\n", "", "\n"));
        AtomicFile.write(file, text.getBytes(StandardCharsets.UTF_8));
    }
}
