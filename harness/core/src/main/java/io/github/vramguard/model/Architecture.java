package io.github.vramguard.model;

import java.util.List;
import java.util.Optional;

/**
 * What llama.cpp decides about a model by the name of its architecture alone.
 *
 * @param name its name in llama.cpp
 * @param isKnown whether its rules are known here; those of another are guessed from its metadata
 * @param recurrence which layers keep a recurrent state
 * @param state what such a layer keeps
 * @param period which layers attend to a sliding window; empty if none does
 * @param caches what its context caches of tokens
 * @param indexer what is cached for an indexer of attention, where a model has one; empty if that is not known
 * @param rollsBack whether a state is kept for each token that is drafted, so that rejected ones can be taken back
 * @param refusal why its sizes are not known here; empty if they are
 */
record Architecture(
        String name,
        boolean isKnown,
        Recurrence recurrence,
        RecurrentState state,
        Optional<Period> period,
        Caches caches,
        Optional<Indexer> indexer,
        boolean rollsBack,
        Optional<String> refusal) {

    /** What a context caches of tokens, apart from windows. */
    enum Caches {
        EACH_LAYER,
        /** Later layers use the caches of the first ones, which the metadata of Gemma 3n does not say. */
        FIRST_LAYERS,
        /** Nothing: the whole input is read at once. */
        NONE,
        /** Nothing, and the model has no tensor of output either. */
        NONE_AND_NO_OUTPUT
    }

    Architecture {
        if ((recurrence == Recurrence.NOWHERE) != (state == RecurrentState.NONE)) {
            throw new IllegalArgumentException(name + ": a recurrent layer and its state need each other");
        }
    }

    static Architecture known(String name) {
        return plain(name, true);
    }

    private static Architecture plain(String name, boolean isKnown) {
        return new Architecture(
                name,
                isKnown,
                Recurrence.NOWHERE,
                RecurrentState.NONE,
                Optional.empty(),
                Caches.EACH_LAYER,
                Optional.empty(),
                false,
                Optional.empty());
    }

    /** That of a model: from the table, or else as its metadata suggests. */
    static Architecture of(Hyperparameters model) throws GgufException {
        Optional<Architecture> known = Architectures.named(model.architecture());
        return known.isPresent() ? known.get() : guessed(model);
    }

    /** Newer hybrids list their recurrent layers, or have no heads in them, as the known ones. */
    private static Architecture guessed(Hyperparameters model) throws GgufException {
        Architecture unknown = plain(model.architecture(), false);
        RecurrentState state = RecurrentState.guessed(model);
        if (state == RecurrentState.NONE) {
            return unknown;
        }
        Recurrence recurrence = Recurrence.guessed(model);
        return recurrence == Recurrence.NOWHERE
                ? unknown.refused("has recurrent layers, and its file does not say which ones")
                : unknown.recurrent(recurrence, state);
    }

    Architecture recurrent(Recurrence where, RecurrentState what) {
        return new Architecture(name, isKnown, where, what, period, caches, indexer, rollsBack, refusal);
    }

    Architecture windowed(Period each) {
        return new Architecture(
                name, isKnown, recurrence, state, Optional.of(each), caches, indexer, rollsBack, refusal);
    }

    Architecture caching(Caches what) {
        return new Architecture(name, isKnown, recurrence, state, period, what, indexer, rollsBack, refusal);
    }

    Architecture indexed(Indexer by) {
        return new Architecture(name, isKnown, recurrence, state, period, caches, Optional.of(by), rollsBack, refusal);
    }

    Architecture rollingBack() {
        return new Architecture(name, isKnown, recurrence, state, period, caches, indexer, true, refusal);
    }

    Architecture refused(String why) {
        return new Architecture(name, isKnown, recurrence, state, period, caches, indexer, rollsBack, Optional.of(why));
    }

    boolean isEncoder() {
        return caches == Caches.NONE_AND_NO_OUTPUT;
    }

    boolean readsAllAtOnce() {
        return List.of(Caches.NONE, Caches.NONE_AND_NO_OUTPUT).contains(caches);
    }

    boolean hasIndexValues() {
        return indexer.equals(Optional.of(Indexer.KEYS_AND_VALUES));
    }

    /** Whether what it caches to predict further tokens ({@code draft-mtp}) is known here. */
    boolean predictsFurther() {
        return rollsBack && indexer.isEmpty();
    }

    /** Recurrent networks alone have no heads. */
    boolean attends() {
        return recurrence != Recurrence.INSTEAD_OF_CACHE;
    }
}
