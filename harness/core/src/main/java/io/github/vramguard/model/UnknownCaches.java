package io.github.vramguard.model;

import java.util.Map;
import java.util.Optional;

/**
 * Models whose caches have rules of their own in {@code llama_model::create_memory} of llama.cpp v0.5.0. They are refused
 * here, because the general rules would size them wrongly.
 */
final class UnknownCaches {

    private static final String INDEXER = "attention.indexer.key_length";
    private static final String LOOPS = "num_loops";

    private static final Map<String, String> BY_ARCHITECTURE = Map.of(
            "deepseek4", "compresses its cache",
            "dflash", "caches what another model has computed",
            "gemma4-assistant", "shares the cache of another model",
            "graniteswitch", "caches what its router reads");

    private UnknownCaches() {}

    static void refuse(Hyperparameters model) throws GgufException {
        Optional<String> reason = reason(model);
        if (reason.isPresent()) {
            throw new GgufException(
                    model.metadata().source(),
                    "is a model of architecture " + model.architecture() + ", which " + reason.get()
                            + "; this version does not know how large that is");
        }
    }

    private static Optional<String> reason(Hyperparameters model) throws GgufException {
        if (model.orElse(INDEXER, 0) > 0) {
            return Optional.of("caches the keys of an indexer, too");
        }
        if (model.orElse(LOOPS, 1) > 1) {
            return Optional.of("caches each pass through its layers");
        }
        return Optional.ofNullable(BY_ARCHITECTURE.get(model.architecture()));
    }
}
