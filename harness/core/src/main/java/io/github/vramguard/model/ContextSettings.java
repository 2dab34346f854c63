package io.github.vramguard.model;

import java.util.List;

/**
 * How llama.cpp is told to set up a context, by the names of its options.
 *
 * @param context {@code --ctx-size} in tokens, for all sequences together; 0 for what the model was trained for
 * @param parallel {@code --parallel}, the number of sequences, 1 to 256
 * @param unified {@code --kv-unified}, whether the sequences share one cache
 * @param ubatch the tokens that are computed at once: {@code --ubatch-size}, or {@code --batch-size} if that is less;
 *     llama.cpp caps it at the context besides
 * @param cacheTypeK {@code --cache-type-k}, how keys are stored
 * @param cacheTypeV {@code --cache-type-v}, how values are stored; quantized values need flash attention
 * @param swaFull {@code --swa-full}, whether layers with a sliding window cache all tokens nevertheless
 * @param flashAttention {@code --flash-attn}
 */
public record ContextSettings(
        int context,
        int parallel,
        boolean unified,
        int ubatch,
        TensorType cacheTypeK,
        TensorType cacheTypeV,
        boolean swaFull,
        boolean flashAttention) {

    /** {@code LLAMA_MAX_SEQ} of llama.cpp. */
    public static final int MOST_SEQUENCES = 256;

    private static final List<TensorType> CACHE_TYPES = List.of(
            TensorType.F32,
            TensorType.F16,
            TensorType.BF16,
            TensorType.Q8_0,
            TensorType.Q5_1,
            TensorType.Q5_0,
            TensorType.Q4_1,
            TensorType.Q4_0,
            TensorType.IQ4_NL);

    /**
     * Settings that llama.cpp would refuse are refused here.
     *
     * @throws IllegalArgumentException if a number is out of its range, or a cache cannot be of that type
     */
    public ContextSettings {
        require(context >= 0, "the context cannot be " + context);
        require(parallel >= 1 && parallel <= MOST_SEQUENCES, "parallel must be 1 to " + MOST_SEQUENCES);
        require(ubatch >= 1, "ubatch must be at least 1");
        require(
                CACHE_TYPES.contains(cacheTypeK),
                "keys cannot be cached as " + cacheTypeK + ", only as " + CACHE_TYPES);
        require(
                CACHE_TYPES.contains(cacheTypeV),
                "values cannot be cached as " + cacheTypeV + ", only as " + CACHE_TYPES);
        require(
                flashAttention || !cacheTypeV.isQuantized(),
                "values cached as " + cacheTypeV + " need flash attention");
    }

    /**
     * The defaults of llama.cpp for one sequence: keys and values of 16 bits, batches of 512 tokens, flash attention.
     *
     * @param context the tokens of context; 0 for what the model was trained for
     * @return the settings
     */
    public static ContextSettings of(int context) {
        return new ContextSettings(context, 1, false, 512, TensorType.F16, TensorType.F16, false, true);
    }

    /**
     * The same for another number of sequences.
     *
     * @param sequences their number
     * @return the settings
     */
    public ContextSettings withParallel(int sequences) {
        return new ContextSettings(
                context, sequences, unified, ubatch, cacheTypeK, cacheTypeV, swaFull, flashAttention);
    }

    /**
     * The same without flash attention.
     *
     * @return the settings
     * @throws IllegalArgumentException if values are quantized, which needs it
     */
    public ContextSettings withoutFlashAttention() {
        return new ContextSettings(context, parallel, unified, ubatch, cacheTypeK, cacheTypeV, swaFull, false);
    }

    private static void require(boolean met, String complaint) {
        if (!met) {
            throw new IllegalArgumentException(complaint);
        }
    }
}
