package io.github.vramguard.model;

import java.util.Map;

/**
 * Which layers of an architecture keep a recurrent state, as llama.cpp v0.5.0 decides it in {@code src/models}, and
 * {@code src/llama-arch.cpp} for those that are recurrent throughout.
 */
enum Recurrence {
    NOWHERE,
    /** Every layer, and none caches tokens. */
    INSTEAD_OF_CACHE,
    /** Every layer, and each caches tokens, too. */
    BESIDE_CACHE,
    /** Layers without heads for keys and values. */
    WITHOUT_HEADS,
    /** Layers with neither heads for keys and values nor a feed-forward network. */
    WITHOUT_HEADS_AND_FEED_FORWARD,
    /** All but one of so many layers. */
    BETWEEN_FULL_ATTENTION;

    private static final Map<String, Recurrence> BY_ARCHITECTURE = Map.ofEntries(
            Map.entry("mamba", INSTEAD_OF_CACHE),
            Map.entry("mamba2", INSTEAD_OF_CACHE),
            Map.entry("rwkv6", INSTEAD_OF_CACHE),
            Map.entry("rwkv6qwen2", INSTEAD_OF_CACHE),
            Map.entry("rwkv7", INSTEAD_OF_CACHE),
            Map.entry("arwkv7", INSTEAD_OF_CACHE),
            Map.entry("falcon-h1", BESIDE_CACHE),
            Map.entry("jamba", WITHOUT_HEADS),
            Map.entry("granitehybrid", WITHOUT_HEADS),
            Map.entry("plamo2", WITHOUT_HEADS),
            Map.entry("lfm2", WITHOUT_HEADS),
            Map.entry("lfm2moe", WITHOUT_HEADS),
            Map.entry("kimi-linear", WITHOUT_HEADS),
            Map.entry("nemotron_h", WITHOUT_HEADS_AND_FEED_FORWARD),
            Map.entry("nemotron_h_moe", WITHOUT_HEADS_AND_FEED_FORWARD),
            Map.entry("qwen3next", BETWEEN_FULL_ATTENTION),
            Map.entry("qwen35", BETWEEN_FULL_ATTENTION),
            Map.entry("qwen35moe", BETWEEN_FULL_ATTENTION));

    static Recurrence of(String architecture) {
        return BY_ARCHITECTURE.getOrDefault(architecture, NOWHERE);
    }

    boolean keepsState(int layer, int kvHeads, int feedForward, int fullAttentionInterval) {
        return switch (this) {
            case NOWHERE -> false;
            case INSTEAD_OF_CACHE, BESIDE_CACHE -> true;
            case WITHOUT_HEADS -> kvHeads == 0;
            case WITHOUT_HEADS_AND_FEED_FORWARD -> kvHeads == 0 && feedForward == 0;
            case BETWEEN_FULL_ATTENTION -> (layer + 1) % fullAttentionInterval != 0;
        };
    }
}
