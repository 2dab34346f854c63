package io.github.vramguard.verdict;

/**
 * How many cycles a verdict may take, and how many without growth exclude a leak. A leak that shows in few cycles only
 * takes many to be found: six clean cycles exclude leaks in 39 % of the cycles, twelve those in 22 %, with 95 %
 * confidence. Where models take turns, there must be at least as many clean cycles as models.
 */
public enum Preset {
    /** 8 cycles and no more: pools that are too noisy for a verdict by then stay undecided. */
    QUICK(8, 8, 6),
    /** 8 to 20 cycles, of which 6 must be clean: the default. */
    STANDARD(8, 20, 6),
    /** 12 to 30 cycles, of which 10 must be clean. */
    THOROUGH(12, 30, 10),
    /** 14 to 30 cycles, of which 12 must be clean. */
    NIGHTLY(14, 30, 12);

    /** The fewest cycles a verdict can rest on: clean code may rise for the first six in equal steps. */
    public static final int FEWEST_CYCLES = 8;

    private final int fewestCycles;
    private final int mostCycles;
    private final int cleanCycles;

    Preset(int fewestCycles, int mostCycles, int cleanCycles) {
        this.fewestCycles = fewestCycles;
        this.mostCycles = mostCycles;
        this.cleanCycles = cleanCycles;
    }

    /**
     * The cycles before which there is no verdict.
     *
     * @return at least {@link #FEWEST_CYCLES}
     */
    public int fewestCycles() {
        return fewestCycles;
    }

    /**
     * The cycles after which an open verdict stays open.
     *
     * @return their number
     */
    public int mostCycles() {
        return mostCycles;
    }

    /**
     * The cycles without growth that exclude a leak.
     *
     * @return their number
     */
    public int cleanCycles() {
        return cleanCycles;
    }
}
