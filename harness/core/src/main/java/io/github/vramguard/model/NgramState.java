package io.github.vramguard.model;

import static java.lang.Math.multiplyExact;

/**
 * The elements that a recurrent layer keeps of earlier tokens for embeddings of its own, in Qwen 3.8:
 * {@code llama_hparams::ple_conv_state} of llama.cpp v0.5.0.
 */
final class NgramState {

    private static final String LAYERS = "ple.layers";

    private NgramState() {}

    static long elements(Hyperparameters model, int embedding, int layer) throws GgufException {
        if (!model.listed(LAYERS).contains((long) layer)) {
            return 0;
        }
        long tokens = multiplyExact(model.positive("ple.conv_kernel") - 1L, model.positive("ple.ngram_size"));
        return multiplyExact(tokens, multiplyExact((long) model.positive("hyper_connection.count"), embedding));
    }
}
