package io.github.vramguard.run;

/** What is compared of a pool from run to run. */
public enum Measure {
    /** What stays above the first level at the last one, of a test that ran once. */
    RESIDUAL("residual"),
    /** What stays after each cycle, of a test that ran in cycles. */
    GROWTH_PER_CYCLE("growth per cycle"),
    /** The highest reading, of device memory and of what has a budget; that of other pools has chance in it. */
    PEAK("peak");

    private final String words;

    Measure(String words) {
        this.words = words;
    }

    @Override
    public String toString() {
        return words;
    }
}
