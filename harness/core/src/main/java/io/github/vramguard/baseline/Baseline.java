package io.github.vramguard.baseline;

import io.github.vramguard.memory.Pool;
import io.github.vramguard.run.Figure;
import io.github.vramguard.run.Machine;
import io.github.vramguard.run.Measure;
import io.github.vramguard.run.MeasuredTest;
import io.github.vramguard.run.Quantity;
import io.github.vramguard.run.Result;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The baseline of one class of machines.
 *
 * @param machine the class
 * @param lines its figures, by test and pool
 */
public record Baseline(String machine, SortedSet<BaselineLine> lines) {

    /** Copies the lines. */
    public Baseline {
        lines = Collections.unmodifiableSortedSet(new TreeSet<>(lines));
    }

    /**
     * Returns a baseline without lines.
     *
     * @param machine a machine of its class
     * @return the baseline
     */
    public static Baseline none(Machine machine) {
        return new Baseline(machine.name(), new TreeSet<>());
    }

    /** None of tests that failed or have no verdict. */
    private static Stream<Figure> figures(MeasuredTest test, String machine) {
        List<Figure> all = Figure.of(machine, test).toList();
        return switch (test.result()) {
            case PASSED -> all.stream();
            case INCONCLUSIVE -> ofFirstUses(all);
            case FAILED, NOT_JUDGED, UNFINISHED -> Stream.empty();
        };
    }

    /** The residual of an inconclusive verdict is one that a first use can explain; once permitted, its peak counts too. */
    private static Stream<Figure> ofFirstUses(List<Figure> all) {
        Set<Pool> pools = all.stream()
                .map(Figure::quantity)
                .filter(quantity -> quantity.measure() == Measure.RESIDUAL)
                .map(Quantity::pool)
                .collect(Collectors.toSet());
        return all.stream().filter(figure -> pools.contains(figure.quantity().pool()));
    }

    /**
     * Returns the figures above the baseline. A residual that a first use can explain is not one of them: the last time, another
     * test may have been the first. Once it is permitted, the test passes, and its peak is compared.
     *
     * @param test what was measured, with what is permitted to it
     * @return the amounts that are too large, by pool
     */
    public List<Compared> exceededBy(MeasuredTest test) {
        return compared(test)
                .filter(more -> more.isMore() && test.result() == Result.PASSED)
                .toList();
    }

    /**
     * Returns the pools with a residual within the baseline.
     *
     * @param test what was measured
     * @return the pools
     */
    public Set<Pool> permittedTo(MeasuredTest test) {
        return compared(test)
                .filter(same -> !same.isMore() && same.line().measure() == Measure.RESIDUAL)
                .map(same -> same.line().pool())
                .collect(Collectors.toSet());
    }

    private Stream<Compared> compared(MeasuredTest test) {
        return figures(test, machine).flatMap(now -> of(now).map(before -> compared(before, now)).stream());
    }

    private Optional<BaselineLine> of(Figure figure) {
        BaselineLine now = BaselineLine.of(figure);
        return lines.stream().filter(now::isOf).findFirst();
    }

    private static Compared compared(BaselineLine before, Figure now) {
        return new Compared(before, now.amount(), now.quantity().tolerance(before.amount()));
    }

    /**
     * Returns the tests with figures that the baseline lacks.
     *
     * @param tests what was measured
     * @return the tests and how they were judged
     */
    public List<String> lacking(Collection<MeasuredTest> tests) {
        return tests.stream()
                .filter(test -> lackedOf(test).findAny().isPresent())
                .map(MeasuredTest::key)
                .toList();
    }

    /**
     * Returns the figures of a test that the baseline lacks.
     *
     * @param test what was measured
     * @return the amounts
     */
    public Stream<Figure> lackedOf(MeasuredTest test) {
        return figures(test, machine).filter(figure -> of(figure).isEmpty());
    }

    /**
     * Returns this baseline with the figures that it lacks.
     *
     * @param tests what was measured
     * @return a baseline with the same lines and more
     */
    public Baseline withNew(Collection<MeasuredTest> tests) {
        SortedSet<BaselineLine> more = new TreeSet<>(lines);
        more.addAll(written(tests, figure -> of(figure).isEmpty()));
        return new Baseline(machine, more);
    }

    /**
     * Returns this baseline with the lines of some tests rewritten.
     *
     * @param tests what was measured; a test that did not pass keeps the lines without a newer figure
     * @return the newer baseline
     */
    public Baseline with(Collection<MeasuredTest> tests) {
        SortedSet<BaselineLine> newer = new TreeSet<>(lines);
        for (MeasuredTest test : tests) {
            List<BaselineLine> fresh = written(List.of(test), figure -> true);
            boolean isWhole = test.result() == Result.PASSED;
            newer.removeIf(
                    old -> fresh.stream().anyMatch(line -> isWhole ? line.test().equals(old.test()) : line.isOf(old)));
            newer.addAll(fresh);
        }
        return new Baseline(machine, newer);
    }

    private List<BaselineLine> written(Collection<MeasuredTest> tests, Predicate<Figure> wanted) {
        return tests.stream()
                .flatMap(test -> figures(test, machine))
                .filter(wanted)
                .map(figure -> BaselineLine.of(figure).roundedUp())
                .toList();
    }

    /**
     * Returns this baseline with fewer lines.
     *
     * @param forgotten selects the lines to leave out
     * @return the shorter baseline
     */
    public Baseline without(Predicate<BaselineLine> forgotten) {
        return new Baseline(
                machine, lines.stream().filter(forgotten.negate()).collect(Collectors.toCollection(TreeSet::new)));
    }

    /**
     * Returns how many lines differ from those of an earlier baseline.
     *
     * @param before the earlier one
     * @return the number of lines that are new or changed
     */
    public long changedSince(Baseline before) {
        return lines.stream().filter(line -> !before.lines.contains(line)).count();
    }
}
