package io.github.vramguard.compare;

import java.util.Comparator;

/**
 * How a test as a whole changed.
 *
 * @param test its id and check
 * @param change the change
 * @param note an explanation; empty if there is none
 */
public record TestDifference(String test, Change change, String note) implements Comparable<TestDifference> {

    @Override
    public int compareTo(TestDifference other) {
        return Comparator.comparing(TestDifference::change)
                .thenComparing(TestDifference::test)
                .compare(this, other);
    }
}
