package io.github.vramguard.compare;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What differs between two sides.
 *
 * @param base how many runs there were before, of those that could be read
 * @param head how many there are now, likewise
 * @param tests what became of tests as a whole, those that are worse first; the rest is judged as before
 * @param differences what became of each amount, those that are worse first
 * @param warnings what keeps the two from being compared, for a person to read
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
     * Compare two sides.
     *
     * @param base the runs before
     * @param head the runs now
     * @param acrossMachines whether to compare amounts although machines of two classes measured them
     * @return what differs
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
                ? "their amounts are compared all the same, as you asked"
                : "amounts measured there are not compared; --across-machines compares them all the same";
        String but = base.isEmpty() ? ", or does not say so" : " but on \"" + String.join("\", \"", base) + "\"";
        return unmatched.stream()
                .map(machine -> "the base was not measured on \"" + machine + "\"" + but + ": " + outcome);
    }

    /**
     * Whether something is worse.
     *
     * @return true if a test is broken that was not, or an amount is more than before
     */
    public boolean isWorse() {
        return keepsOrTakesMore() || tests.stream().anyMatch(test -> test.change() == Change.WORSE);
    }

    /**
     * Whether memory is worse, and not only a verdict, which a known leak breaks by being gone.
     *
     * @return true if an amount is more than before
     */
    public boolean keepsOrTakesMore() {
        return differences.stream().anyMatch(difference -> difference.change() == Change.WORSE);
    }

    /**
     * How many amounts were compared.
     *
     * @return those that both sides have
     */
    public long compared() {
        return differences.stream()
                .filter(difference -> difference.shift().isPresent())
                .count();
    }
}
