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
 * @param settings what else is known of how it is run, and else the defaults of llama.cpp for one sequence
 * @param notCounted what is loaded beside it
 */
record FoundModel(String source, Model model, OptionalInt context, ContextSettings settings, List<String> notCounted) {

    static FoundModel of(Object source, Model model) {
        return new FoundModel(source.toString(), model, OptionalInt.empty(), ContextSettings.of(0), List.of());
    }

    /** The same, which somebody runs with a context, if that is known. */
    FoundModel with(OptionalLong tokens) {
        boolean isKnown = tokens.isPresent() && tokens.getAsLong() > 0 && tokens.getAsLong() <= Integer.MAX_VALUE;
        return new FoundModel(
                source,
                model,
                isKnown ? OptionalInt.of((int) tokens.getAsLong()) : OptionalInt.empty(),
                settings,
                notCounted);
    }

    FoundModel with(ContextSettings known) {
        return new FoundModel(source, model, context, known, notCounted);
    }

    FoundModel beside(List<String> others) {
        return new FoundModel(source, model, context, settings, others);
    }
}
