package io.github.vramguard.cli.model;

import io.github.vramguard.model.ContextSettings;
import io.github.vramguard.model.Model;
import io.github.vramguard.model.ModelFootprint;
import io.github.vramguard.model.Weights;
import java.util.List;
import java.util.Optional;

/**
 * What a model takes with each of some contexts.
 *
 * @param settings how the contexts are set up, whatever their length
 * @param room what fits a GPU, where its memory was given
 * @param isSplit whether the number of layers on the GPU is known
 */
record Prediction(
        FoundModel found,
        ContextSettings settings,
        Weights weights,
        List<ModelFootprint> contexts,
        Optional<Room> room,
        boolean isSplit) {

    Optional<Fit> fit(ModelFootprint context) {
        return room.map(known -> known.fit(context));
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

    boolean isBeyondTraining(ModelFootprint context) {
        return model().trainedContext().isPresent()
                && context.cache().sequenceTokens() > model().trainedContext().getAsInt();
    }
}
