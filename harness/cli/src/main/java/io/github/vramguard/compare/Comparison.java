package io.github.vramguard.compare;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The differences between two sides.
 *
 * @param base the number of runs before that could be read
 * @param head the number of runs now that could be read
 * @param tests the tests whose verdict changed, the worst first
 * @param differences how each amount changed, the worst first
 * @param warnings what limits the comparison, as text
 */
public record Comparison(
        int base, int head, List<TestDifference> tests, List<Difference> differences, List<String> warnings) {

    /** Copies the lists. */
    public Comparison {
        tests = List.copyOf(tests);
        differences = List.copyOf(differences);
        warnings = List.copyOf(warnings);
    }

    /**
     * Compares two sides.
     *
     * @param base the runs before
     * @param head the runs now
     * @param acrossMachines whether to compare amounts of machines of different classes
     * @return the differences
     */
    public static Comparison of(Runs base, Runs head, boolean acrossMachines) {
        return new Comparison(
                base.readable(),
                head.readable(),
                new TestsCompared(base, head).all(),
                new AmountsCompared(base, head, acrossMachines).all(),
                Stream.of(
                                machines(base.machines(), head.machines(), acrossMachines),
                                base.problems().stream(),
                                head.problems().stream())
                        .flatMap(warnings -> warnings)
                        .toList());
    }

    private static Stream<String> machines(Set<String> base, Set<String> head, boolean acrossMachines) {
        Set<String> unmatched = new TreeSet<>(head);
        unmatched.removeAll(base);
        String outcome = acrossMachines
                ? "their amounts are compared anyway, because of --across-machines"
                : "amounts measured there are not compared; --across-machines compares them anyway";
        String but = base.isEmpty() ? ", or does not say so" : " but on \"" + String.join("\", \"", base) + "\"";
        return unmatched.stream()
                .map(machine -> "the base was not measured on \"" + machine + "\"" + but + ": " + outcome);
    }

    /**
     * Returns whether something is worse.
     *
     * @return true if a test fails that did not fail, or an amount is larger than before
     */
    public boolean isWorse() {
        return needsMoreMemory() || tests.stream().anyMatch(test -> test.change() == Change.WORSE);
    }

    /**
     * Returns whether an amount is worse. A verdict alone can fail because a known leak is gone.
     *
     * @return true if an amount is larger than before
     */
    public boolean needsMoreMemory() {
        return differences.stream().anyMatch(difference -> difference.change() == Change.WORSE);
    }

    /**
     * Returns how many amounts were compared.
     *
     * @return those that both sides have
     */
    public long compared() {
        return differences.stream()
                .filter(difference -> difference.shift().isPresent())
                .count();
    }
}
