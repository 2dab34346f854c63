package io.github.vramguard.tinymodel;

/** A gated feed-forward network. */
record FeedForward(int width, int inner) {

    ModelWriter describe(ModelWriter model) {
        return model.number("feed_forward_length", inner);
    }

    void addTo(ModelWriter model, String block) {
        model.random(block + "ffn_gate.weight", width, inner)
                .random(block + "ffn_up.weight", width, inner)
                .random(block + "ffn_down.weight", inner, width);
    }
}
