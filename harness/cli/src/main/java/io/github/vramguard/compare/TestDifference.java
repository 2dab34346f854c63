package io.github.vramguard.compare;

import java.util.Comparator;

/**
 * What became of a test as a whole.
 *
 * @param test its id and check
 * @param change what became of it
 * @param note what there is to say of it; empty if there is nothing
 */
public record TestDifference(String test, Change change, String note) implements Comparable<TestDifference> {

    @Override
    public int compareTo(TestDifference other) {
        return Comparator.comparing(TestDifference::change)
                .thenComparing(TestDifference::test)
                .compare(this, other);
    }
}
