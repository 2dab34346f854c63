package io.github.vramguard.model;

import static java.lang.Math.addExact;
import static java.lang.Math.max;
import static java.lang.Math.multiplyExact;

/**
 * An estimate of the memory that llama.cpp reserves for intermediate results when it creates a context. It is what one
 * batch holds at the widest place of the graph: at the logits, or in a layer, together with the masks of attention.
 *
 * <p>How many tokens of a batch have logits is up to the program that uses llama.cpp. By default all have; llama-server
 * asks for one of each sequence, and those are next to nothing.
 *
 * <p>The numbers of rows that a token holds at once are fitted to the 252 sizes below: its logits and 2 embeddings at the
 * output, 3 rows of the network and 5 embeddings, or 7 embeddings and 2 rows of latent queries, inside a layer.
 *
 * <p>Against the 252 sizes with all logits that llama.cpp v0.5.0 printed on its CPU backend, it is between 17 % too high
 * and 15 % too low. Against the llama-server of v0.7.0, which {@code PredictedSizeTests} starts with small models of ten
 * architectures, it is between 4 % too high and 5 % too low; where a model of 32,768 tokens serves embeddings, and so has all
 * logits, it is 6 % too low.
 *
 * @param bytes with logits of all tokens of a batch
 * @param withoutLogits with logits of none
 */
record ComputeBuffer(long bytes, long withoutLogits) {

    static final int ERROR_PERCENT = 20;

    static ComputeBuffer of(ModelShape model, ContextSettings settings, Cells cells) {
        ComputeBuffer buffer = of(model, settings, cells, model.recurrent());
        return settings.speculation().byItself() ? buffer.plus(of(model, settings, cells, 0)) : buffer;
    }

    /** Layers that predict further tokens have a context of their own, and none of them is recurrent. */
    private ComputeBuffer plus(ComputeBuffer further) {
        return new ComputeBuffer(addExact(bytes, further.bytes), addExact(withoutLogits, further.withoutLogits));
    }

    private static ComputeBuffer of(ModelShape model, ContextSettings settings, Cells cells, long recurrent) {
        long logits = floats(addExact(model.vocabulary(), 2L * model.embedding()), cells);
        long layer = max(feedForward(model), max(attention(model), recurrent));
        int maskBytes = settings.flashAttention() ? Short.BYTES : Float.BYTES;
        long layers = addExact(floats(layer, cells), multiplyExact(maskElements(model, cells), maskBytes));
        long scores = settings.flashAttention() ? 0 : scores(model, cells);
        return new ComputeBuffer(addExact(max(logits, layers), scores), addExact(layers, scores));
    }

    ByteRange range() {
        return new ByteRange(
                ByteRange.within(withoutLogits, ERROR_PERCENT).least(),
                ByteRange.within(bytes, ERROR_PERCENT).most());
    }

    private static long feedForward(ModelShape model) {
        return addExact(multiplyExact(3L, model.feedForward()), 5L * model.embedding());
    }

    private static long attention(ModelShape model) {
        return addExact(multiplyExact(2L, model.latentQueries()), 7L * model.embedding());
    }

    /** Which cells each token attends to: one mask for all layers with a sliding window, and one for all others. */
    private static long maskElements(ModelShape model, Cells cells) {
        long attended = (attends(model, false) ? cells.each() : 0) + (attends(model, true) ? cells.windowed() : 0);
        return multiplyExact(attended, cells.ubatch());
    }

    private static boolean attends(ModelShape model, boolean windowed) {
        return model.layers().stream().anyMatch(layer -> layer.heads() > 0 && layer.windowed() == windowed);
    }

    /** Without flash attention the scores of all heads for all cells are held. */
    private static long scores(ModelShape model, Cells cells) {
        return floats(multiplyExact((long) model.heads(), cells.each()), cells);
    }

    private static long floats(long perToken, Cells cells) {
        return multiplyExact(perToken, (long) Float.BYTES * cells.ubatch());
    }
}
