package io.github.vramguard.tinymodel;

/** Heads that share keys and values in groups. */
record Attention(int width, int heads, int kvHeads) {

    static final int HEAD_LENGTH = 32;

    /** Two heads to each key and value. */
    static Attention grouped(int width) {
        int heads = width / HEAD_LENGTH;
        return new Attention(width, heads, heads / 2);
    }

    int headLength() {
        return width / heads;
    }

    ModelWriter describe(ModelWriter model) {
        return model.number("attention.head_count", heads)
                .number("attention.head_count_kv", kvHeads)
                .number("rope.dimension_count", headLength());
    }

    void addTo(ModelWriter model, String block) {
        int kvWidth = headLength() * kvHeads;
        model.random(block + "attn_q.weight", width, width)
                .random(block + "attn_k.weight", width, kvWidth)
                .random(block + "attn_v.weight", width, kvWidth)
                .random(block + "attn_output.weight", width, width);
    }
}
