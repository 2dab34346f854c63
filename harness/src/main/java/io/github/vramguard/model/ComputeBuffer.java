package io.github.vramguard.model;

import static java.lang.Math.addExact;
import static java.lang.Math.max;
import static java.lang.Math.multiplyExact;

/**
 * An estimate of the memory that llama.cpp reserves for intermediate results when it creates a context. It is what one
 * batch holds at the widest place of the graph: at the logits, in a feed-forward network or in a state space, all of
 * 32-bit floats. Against the 252 sizes that llama.cpp v0.5.0 printed on its CPU backend it is between 8 % too high and
 * 16 % too low. They are for logits of all tokens of a batch; the llama-server of v0.7.0 reserves for logits of the last
 * token of each sequence only, which are next to nothing.
 *
 * @param bytes with logits of all tokens of a batch
 * @param withoutLogits with logits of none
 */
record ComputeBuffer(long bytes, long withoutLogits) {

    static final int ERROR_PERCENT = 20;

    private static final int MASK_ELEMENT_BYTES = 2;

    static ComputeBuffer of(ModelShape model, ContextSettings settings, Cells cells) {
        long logits = floats(addExact(model.vocabulary(), 2L * model.embedding()), cells);
        long layers = max(feedForward(model, cells), stateSpace(model, cells));
        long scores = settings.flashAttention() ? 0 : scores(model, cells);
        return new ComputeBuffer(addExact(max(logits, layers), scores), addExact(layers, scores));
    }

    ByteRange range() {
        return new ByteRange(
                ByteRange.within(withoutLogits, ERROR_PERCENT).least(),
                ByteRange.within(bytes, ERROR_PERCENT).most());
    }

    private static long feedForward(ModelShape model, Cells cells) {
        long mask = multiplyExact((long) MASK_ELEMENT_BYTES * cells.ubatch(), cells.each());
        return addExact(floats(addExact(multiplyExact(3L, model.feedForward()), 4L * model.embedding()), cells), mask);
    }

    private static long stateSpace(ModelShape model, Cells cells) {
        return floats(addExact(multiplyExact(5L, model.convolution()), 2L * model.embedding()), cells);
    }

    /** Without flash attention the scores of all heads for all cells are held. */
    private static long scores(ModelShape model, Cells cells) {
        return floats(multiplyExact((long) model.heads(), cells.each()), cells);
    }

    private static long floats(long perToken, Cells cells) {
        return multiplyExact(perToken, (long) Float.BYTES * cells.ubatch());
    }
}
