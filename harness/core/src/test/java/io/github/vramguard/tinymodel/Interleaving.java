package io.github.vramguard.tinymodel;

import java.util.List;
import java.util.stream.IntStream;

/** Layers of which the last of each period attends to tokens, and the others do not. */
record Interleaving(int layers, int period) {

    boolean attends(int layer) {
        return layer % period == period - 1;
    }

    /** The heads for keys and values of each layer. */
    List<Integer> kvHeads(Attention attention) {
        return IntStream.range(0, layers)
                .map(layer -> attends(layer) ? attention.kvHeads() : 0)
                .boxed()
                .toList();
    }
}
