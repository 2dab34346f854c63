package io.github.vramguard.cli.model;

import io.github.vramguard.memory.ByteSize;
import io.github.vramguard.model.ModelFootprint;
import java.util.OptionalLong;
import java.util.function.IntFunction;

/**
 * Which contexts fit on a GPU.
 *
 * @param vram the memory of the GPU
 * @param largest the tokens of the largest context that fits; empty if none certainly fits
 * @param isLongest whether it is the longest that was tried
 * @param isTooSmall whether no context fits at all
 */
record Room(ByteSize vram, OptionalLong largest, boolean isLongest, boolean isTooSmall) {

    private static final int STEP = 256;

    /**
     * Tries contexts in steps of 256 tokens.
     *
     * @param mostTokens the longest that is tried
     * @param predict the prediction for so many tokens of context
     */
    static Room of(ByteSize vram, long mostTokens, IntFunction<ModelFootprint> predict) {
        int fits = 0;
        int most = (int) (Math.min(Math.max(STEP, mostTokens), Integer.MAX_VALUE) / STEP);
        int tooLarge = most + 1;
        while (tooLarge - fits > 1) {
            int middle = (fits + tooLarge) / 2;
            if (fit(predict.apply(middle * STEP), vram) == Fit.YES) {
                fits = middle;
            } else {
                tooLarge = middle;
            }
        }
        return new Room(
                vram,
                fits == 0
                        ? OptionalLong.empty()
                        : OptionalLong.of(predict.apply(fits * STEP).cache().contextTokens()),
                fits == most,
                fit(predict.apply(STEP), vram) == Fit.NO);
    }

    Fit fit(ModelFootprint context) {
        return fit(context, vram);
    }

    private static Fit fit(ModelFootprint context, ByteSize vram) {
        return Fit.of(context.deviceBytes(), vram);
    }
}
