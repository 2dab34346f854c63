package io.github.vramguard.rule;

import io.github.vramguard.memory.Origin.Quality;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.verdict.Preset;
import io.github.vramguard.verdict.Shape;

/**
 * How fine the readings of a pool are, and how much evidence a leak takes.
 *
 * <p>The numbers were tuned on simulated series and checked on series of real JVMs: the steps and clean cycles follow
 * from a sequential test of 1% one-time steps against a leak in a quarter of the cycles, the granules from the
 * drivers and allocators. Amounts are in the unit of the pool, bytes or a count.
 *
 * @param granule the smallest lasting change that counts as a step
 * @param noiseFactor how many standard deviations of the noise a step must have as well; 0 for exact readings
 * @param warmup the first cycles, whose growth is no evidence
 * @param minStepCycles cycles before recurrent steps can be a leak
 * @param minTrendCycles cycles before a trend can be a leak; {@link #NEVER} for no such rule
 * @param minSteepCycles cycles before a trend can be a leak that is far above the noise; {@link #NEVER} for no such rule
 * @param cleanCycles cycles without growth that rule out a leak
 * @param leakSteps steps that make a leak, at least 3: fewer have no rhythm
 * @param resolution differences between readings below this mean nothing
 * @param tolerance growth per cycle that is tolerated
 * @param detrended whether the noise is what scatters around even growth; where clean memory may rise evenly for more
 *     cycles than the warm-up, all growth counts as noise
 */
public record Sensitivity(
        double granule,
        double noiseFactor,
        int warmup,
        int minStepCycles,
        int minTrendCycles,
        int minSteepCycles,
        int cleanCycles,
        int leakSteps,
        double resolution,
        double tolerance,
        boolean detrended) {

    private static final double KIB = 1024;
    private static final double MIB = 1024 * KIB;

    /** More cycles than there ever are. */
    public static final int NEVER = Integer.MAX_VALUE;

    /** Device memory that the driver allocated for one process, in blocks of 2 MiB. */
    public static final Sensitivity VRAM = new Sensitivity(MIB, 0, 2, 8, NEVER, NEVER, 6, 3, MIB / 2, 341 * KIB, false);

    /** Device memory of all processes together. */
    public static final Sensitivity VRAM_DEVICE =
            new Sensitivity(MIB, 0, 2, 12, 15, NEVER, 6, 4, MIB / 2, 2 * MIB, false);

    /** Memory in use by {@code malloc}, less that of the JVM itself. */
    public static final Sensitivity NATIVE =
            new Sensitivity(128 * KIB, 5, 2, 10, 12, NEVER, 6, 3, 4 * KIB, 32 * KIB, true);

    /** Memory in use by {@code malloc}, that of the JVM included: its compiler threads come and go. */
    public static final Sensitivity NATIVE_RAW =
            new Sensitivity(4 * MIB, 5, 2, 12, 15, NEVER, 6, 3, 64 * KIB, 512 * KIB, true);

    /**
     * Resident memory: allocators keep freed memory in arenas of several MiB, and fill them in equal parts for up to nine
     * cycles; a cache of ten entries fills in ten. One more shows that a line goes on.
     */
    public static final Sensitivity RESIDENT =
            new Sensitivity(8 * MIB, 5, 2, 15, 15, 11, 6, 3, MIB / 4, 2 * MIB, false);

    /** Java heap after full collections. */
    public static final Sensitivity HEAP =
            new Sensitivity(64 * KIB, 5, 2, 12, 12, NEVER, 6, 3, 4 * KIB, 32 * KIB, false);

    /** Class metadata, of which growth counts in cycles that left classes. */
    public static final Sensitivity METASPACE =
            new Sensitivity(128 * KIB, 5, 2, 12, 12, NEVER, 6, 3, 4 * KIB, 32 * KIB, false);

    /** NIO buffers: accounted exactly to the byte. */
    public static final Sensitivity DIRECT =
            new Sensitivity(4 * KIB, 0, 2, 8, NEVER, NEVER, 6, 3, 2 * KIB, 4 * KIB, false);

    /** A number of things. */
    public static final Sensitivity COUNT = new Sensitivity(1, 0, 2, 8, NEVER, NEVER, 6, 3, 0.5, 0.5, false);

    /** Cycles after the warm-up in which one step still counts as warming up. */
    private static final int LATE_WARMUP = 4;

    /**
     * Checks that a leak needs a rhythm.
     *
     * @throws IllegalArgumentException if fewer than 3 steps are to make a leak
     */
    public Sensitivity {
        if (leakSteps < 3) {
            throw new IllegalArgumentException(leakSteps + " steps have no rhythm; a leak takes at least 3");
        }
    }

    /**
     * Returns the sensitivity for a pool as it was read.
     *
     * @param pool the pool
     * @param quality what else moves its readings
     * @return the row for it; pools of bytes without a row of their own are judged as resident memory
     */
    public static Sensitivity of(Pool pool, Quality quality) {
        boolean exact = quality == Quality.EXACT;
        return switch (pool.nature()) {
            case DEVICE -> exact ? VRAM : VRAM_DEVICE;
            case OBJECTS -> HEAP;
            case BUFFERS -> DIRECT;
            case CLASSES -> METASPACE;
            case BLOCKS -> exact ? NATIVE : NATIVE_RAW;
            case PAGES, FILE_PAGES -> RESIDENT;
            case THINGS, PROCESSES -> COUNT;
        };
    }

    /**
     * Returns the same with another tolerance.
     *
     * @param perCycle growth per cycle that is tolerated
     * @return the sensitivity
     */
    public Sensitivity withTolerance(double perCycle) {
        return with(0, cleanCycles, perCycle);
    }

    /**
     * Returns the same with as much evidence as a preset requires, and never less than the pool needs.
     *
     * @param preset how many cycles
     * @return the sensitivity
     */
    public Sensitivity with(Preset preset) {
        return with(preset.fewestCycles(), preset.cleanCycles(), tolerance);
    }

    private Sensitivity with(int fewest, int clean, double perCycle) {
        return new Sensitivity(
                granule,
                noiseFactor,
                warmup,
                Math.max(minStepCycles, fewest),
                Math.max(minTrendCycles, fewest),
                Math.max(minSteepCycles, fewest),
                clean,
                leakSteps,
                resolution,
                perCycle,
                detrended);
    }

    /**
     * Returns whether readings move in exact steps, so that series without a leak are judged by steps too, not by slope.
     *
     * @return true if there is no noise
     */
    public boolean stepped() {
        return noiseFactor == 0;
    }

    /** The fewest cycles after which levels without growth can pass. */
    int fewestCycles() {
        return warmup + cleanCycles;
    }

    String whyTooFew(int cycles) {
        return "too few cycles: " + cycles + " of at least " + fewestCycles();
    }

    /** The smallest rise that stands out from the noise of these levels. */
    double smallestStepIn(Levels levels) {
        double noise = detrended ? levels.noiseAroundGrowth() : levels.noise();
        return Math.max(granule, noiseFactor * noise);
    }

    Shape shapeOfStepIn(int cycle) {
        return cycle <= warmup + LATE_WARMUP ? Shape.WARMUP_STEP : Shape.LATE_STEP;
    }
}
