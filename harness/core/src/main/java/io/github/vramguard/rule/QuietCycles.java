package io.github.vramguard.rule;

import io.github.vramguard.verdict.SeriesVerdict;
import java.util.Arrays;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** How many more cycles without growth decide a series of exact levels. What noisy levels will do cannot be foreseen. */
final class QuietCycles {

    private QuietCycles() {}

    /** Judges a series, and adds how many of them it needs. */
    static SeriesVerdict complete(double[] levels, Sensitivity sensitivity) {
        SeriesVerdict verdict = SeriesRule.judge(levels, sensitivity);
        return verdict.shape().certain() || !sensitivity.stepped()
                ? verdict
                : verdict.needing(further(levels, sensitivity));
    }

    private static OptionalInt further(double[] levels, Sensitivity sensitivity) {
        return IntStream.rangeClosed(1, sensitivity.fewestCycles())
                .filter(cycles -> SeriesRule.judge(followedByQuiet(cycles, levels), sensitivity)
                        .shape()
                        .certain())
                .findFirst();
    }

    private static double[] followedByQuiet(int cycles, double[] levels) {
        double[] all = Arrays.copyOf(levels, levels.length + cycles);
        Arrays.fill(all, levels.length, all.length, levels[levels.length - 1]);
        return all;
    }
}
