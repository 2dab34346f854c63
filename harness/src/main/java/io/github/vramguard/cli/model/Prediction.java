package io.github.vramguard.cli.model;

import io.github.vramguard.memory.ByteSize;
import io.github.vramguard.model.Model;
import io.github.vramguard.model.ModelFootprint;
import io.github.vramguard.model.Weights;
import java.util.List;
import java.util.Optional;

/**
 * What a model takes with each of some contexts.
 *
 * @param vram the memory of the GPU, where it was given
 */
record Prediction(FoundModel found, Weights weights, List<ModelFootprint> contexts, Optional<ByteSize> vram) {

    Optional<Fit> fit(ModelFootprint context) {
        return vram.map(available -> Fit.of(context.deviceBytes(), available));
    }

    Model model() {
        return found.model();
    }

    /** The same for each context. */
    long bytesPerToken() {
        return contexts.get(0).cache().bytesPerToken();
    }

    boolean isTooLarge() {
        return contexts.stream().flatMap(context -> fit(context).stream()).anyMatch(Fit.NO::equals);
    }
}
