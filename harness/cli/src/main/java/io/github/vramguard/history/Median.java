package io.github.vramguard.history;

import java.util.Arrays;

/** The number in the middle of some. */
final class Median {

    private Median() {}

    /** The lower of the two in the middle, where they are even. */
    static long of(long... numbers) {
        long[] sorted = numbers.clone();
        Arrays.sort(sorted);
        return sorted[(sorted.length - 1) / 2];
    }
}
