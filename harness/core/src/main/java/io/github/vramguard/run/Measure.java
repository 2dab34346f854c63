package io.github.vramguard.run;

/** The measures of a pool that are compared from run to run. */
public enum Measure {
    /** The last level minus the first, for a test that ran once. */
    RESIDUAL("residual"),
    /** The growth per cycle, for a test that ran in cycles. */
    GROWTH_PER_CYCLE("growth per cycle"),
    /** The highest reading, for device memory and pools with a budget; in other pools it varies by chance. */
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
