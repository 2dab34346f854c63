package io.github.vramguard.verdict;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * How many cycles a verdict may take, and how many without growth rule out a leak. A leak that shows in few cycles only
 * takes many to be found: with 95% confidence, six clean cycles rule out a leak in 39% of the cycles or more, and twelve a leak
 * in 22% or more. If models take turns, there must be at least as many clean cycles as models.
 */
@API(status = Status.INTERNAL, since = "0.1.0")
public enum Preset {
    /** 8 cycles and no more: pools that are too noisy for a verdict by then are inconclusive. */
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
     * Returns the number of cycles before which there is no verdict.
     *
     * @return at least {@link #FEWEST_CYCLES}
     */
    public int fewestCycles() {
        return fewestCycles;
    }

    /**
     * Returns the number of cycles after which an inconclusive verdict is final.
     *
     * @return their number
     */
    public int mostCycles() {
        return mostCycles;
    }

    /**
     * Returns the number of cycles without growth that rule out a leak.
     *
     * @return their number
     */
    public int cleanCycles() {
        return cleanCycles;
    }
}
