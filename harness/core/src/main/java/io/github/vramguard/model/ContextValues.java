package io.github.vramguard.model;

import java.util.List;

/** The values of {@link ContextSettings}, checked as llama.cpp does. */
record ContextValues(
        int context,
        int parallel,
        boolean unified,
        int ubatch,
        TensorType cacheTypeK,
        TensorType cacheTypeV,
        boolean swaFull,
        boolean flashAttention,
        Speculation speculation) {

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

    ContextValues {
        require(context >= 0, "the context cannot be " + context);
        require(
                parallel >= 1 && parallel <= ContextSettings.MOST_SEQUENCES,
                "parallel must be 1 to " + ContextSettings.MOST_SEQUENCES);
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

    private static void require(boolean met, String complaint) {
        if (!met) {
            throw new IllegalArgumentException(complaint);
        }
    }
}
