package io.github.vramguard.baseline;

import io.github.vramguard.run.Figure;
import io.github.vramguard.run.Machine;
import io.github.vramguard.run.MeasuredTest;
import io.github.vramguard.run.Result;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What is remembered for one class of machines.
 *
 * @param machine the class
 * @param lines what is remembered, by test and pool
 */
public record Baseline(String machine, SortedSet<Remembered> lines) {

    /** Copies the lines. */
    public Baseline {
        lines = Collections.unmodifiableSortedSet(new TreeSet<>(lines));
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
}
