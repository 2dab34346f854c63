package io.github.vramguard.model;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What a model caches for the indexer that chooses the tokens which a layer attends to, besides keys and values:
 * {@code llama_kv_cache_dsa} and {@code llama_memory_hybrid_idx} of llama.cpp v0.5.0. Its one head has keys of its own.
 */
enum Indexer {
    KEYS_OF_EACH_LAYER,
    /** Other layers use what the indexer of an earlier one chose. */
    KEYS_OF_SOME_LAYERS,
    /** Also values, which nothing reads, and which newer versions do not allocate. */
    KEYS_AND_VALUES;

    static final String KEY_LENGTH = "attention.indexer.key_length";

    private static final String TYPES = "attention.indexer.types";

    /** Where a file of GLM does not list the layers, those with this context are of version 5.2 or newer. */
    private static final int CONTEXT_OF_GLM_5_2 = 1 << 20;

    /** The length of a key in each layer; 0 in one without. */
    List<Integer> keyLengths(Hyperparameters model, int layers) throws GgufException {
        int length = this == KEYS_AND_VALUES ? model.orElse(KEY_LENGTH, 0) : model.positive(KEY_LENGTH);
        List<Boolean> indexed = this == KEYS_OF_SOME_LAYERS
                ? listed(model, layers)
                : IntStream.range(0, layers).mapToObj(layer -> true).toList();
        return indexed.stream().map(is -> is ? length : 0).toList();
    }

    private static List<Boolean> listed(Hyperparameters model, int layers) throws GgufException {
        Optional<List<Integer>> types = model.perLayer(TYPES, layers);
        if (types.isPresent()) {
            return types.get().stream().map(type -> type != 0).toList();
        }
        boolean isEach = model.orElse("context_length", 0) < CONTEXT_OF_GLM_5_2;
        return IntStream.range(0, layers)
                .mapToObj(layer -> isEach || layer < 2 || layer % 4 == 2)
                .toList();
    }
}
