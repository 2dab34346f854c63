package io.github.vramguard.cli.model;

import io.github.vramguard.model.ContextSettings;
import io.github.vramguard.model.Model;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * A model to be predicted.
 *
 * @param source where it was found
 * @param context the context that it is run with, in tokens, where that is known
 * @param isOfEach whether that is the context of each sequence; else of all together
 * @param settings what else is known of how it is run, and else the defaults of llama.cpp for one sequence
 * @param gpuLayers how many of its layers are on a GPU, where that is known
 * @param notCounted what is loaded beside it
 */
record FoundModel(
        String source,
        Model model,
        OptionalLong context,
        boolean isOfEach,
        ContextSettings settings,
        OptionalInt gpuLayers,
        List<String> notCounted) {

    static FoundModel of(Object source, Model model) {
        return new FoundModel(
                source.toString(),
                model,
                OptionalLong.empty(),
                false,
                ContextSettings.of(0),
                OptionalInt.empty(),
                List.of());
    }

    /** The same, run with a context for all sequences, if that is known. */
    FoundModel with(OptionalLong tokens) {
        return new FoundModel(source, model, tokens, false, settings, gpuLayers, notCounted);
    }

    /** The same, run with a context for each sequence, if that is known. */
    FoundModel withEach(OptionalLong tokens) {
        return new FoundModel(source, model, tokens, true, settings, gpuLayers, notCounted);
    }

    FoundModel with(ContextSettings known) {
        return new FoundModel(source, model, context, isOfEach, known, gpuLayers, notCounted);
    }

    FoundModel withLayers(OptionalInt onGpu) {
        return new FoundModel(source, model, context, isOfEach, settings, onGpu, notCounted);
    }

    FoundModel beside(List<String> others) {
        return new FoundModel(source, model, context, isOfEach, settings, gpuLayers, others);
    }

    /** The context that so many sequences are run with, all together. */
    OptionalInt contextOf(int parallel) {
        return context.stream()
                .filter(tokens -> tokens > 0 && tokens <= Integer.MAX_VALUE)
                .map(tokens -> isOfEach ? tokens * parallel : tokens)
                .filter(tokens -> tokens <= Integer.MAX_VALUE)
                .mapToInt(Math::toIntExact)
                .findFirst();
    }
}
