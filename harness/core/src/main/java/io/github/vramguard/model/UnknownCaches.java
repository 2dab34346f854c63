package io.github.vramguard.model;

import java.util.Optional;

/**
 * Models whose caches have rules of their own in {@code llama_model::create_memory} of llama.cpp v0.5.0. They are refused
 * here, because the general rules would size them wrongly.
 */
final class UnknownCaches {

    private static final String LOOPS = "num_loops";

    private UnknownCaches() {}

    static void refuse(Hyperparameters model, Architecture architecture) throws GgufException {
        Optional<String> reason = reason(model, architecture);
        if (reason.isPresent()) {
            throw new GgufException(
                    model.metadata().source(),
                    "is a model of architecture " + model.architecture() + ", which " + reason.get()
                            + "; this version does not know how large that is");
        }
    }

    private static Optional<String> reason(Hyperparameters model, Architecture architecture) throws GgufException {
        if (architecture.indexer().isEmpty() && model.orElse(Indexer.KEY_LENGTH, 0) > 0) {
            return Optional.of("caches the keys of an indexer, too");
        }
        if (model.orElse(LOOPS, 1) > 1) {
            return Optional.of("caches each pass through its layers");
        }
        return architecture.refusal();
    }
}
