package io.github.vramguard.model;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Which layers of an architecture keep a recurrent state, as llama.cpp v0.5.0 decides it in {@code src/models}, and
 * {@code src/llama-arch.cpp} for those that are recurrent throughout.
 */
enum Recurrence {
    NOWHERE,
    /** Every layer, and none caches tokens. */
    INSTEAD_OF_CACHE,
    /** Every layer, and each caches tokens, too. */
    BESIDE_CACHE,
    /** Layers without heads for keys and values. */
    WITHOUT_HEADS,
    /** Layers with neither heads for keys and values nor a feed-forward network. */
    WITHOUT_HEADS_AND_FEED_FORWARD,
    /** Those that the metadata lists, or all but the last of so many layers. */
    BETWEEN_FULL_ATTENTION;

    private static final String LISTED = "attention.recurrent_layers";
    private static final String HEADS = "attention.head_count_kv";
    private static final String INTERVAL = "full_attention_interval";

    /** That of an architecture which is not known; nowhere if its metadata does not say where. */
    static Recurrence guessed(Hyperparameters model) throws GgufException {
        if (model.hasList(LISTED) || model.optional(INTERVAL).isPresent()) {
            return BETWEEN_FULL_ATTENTION;
        }
        if (model.hasList(HEADS)) {
            return WITHOUT_HEADS;
        }
        return model.orElse("attention.head_count", 0) == 0 ? INSTEAD_OF_CACHE : NOWHERE;
    }

    /** Which layers keep a state. */
    List<Boolean> layers(Hyperparameters model, int count, List<Integer> kvHeads, List<Integer> feedForward)
            throws GgufException {
        if (this == BETWEEN_FULL_ATTENTION) {
            Optional<List<Integer>> listed = model.perLayer(LISTED, count);
            return listed.isPresent() ? flags(listed.get()) : between(count, interval(model));
        }
        return IntStream.range(0, count)
                .mapToObj(layer -> keepsState(kvHeads.get(layer), feedForward.get(layer)))
                .toList();
    }

    private boolean keepsState(int kvHeads, int feedForward) {
        return switch (this) {
            case NOWHERE, BETWEEN_FULL_ATTENTION -> false;
            case INSTEAD_OF_CACHE, BESIDE_CACHE -> true;
            case WITHOUT_HEADS -> kvHeads == 0;
            case WITHOUT_HEADS_AND_FEED_FORWARD -> kvHeads == 0 && feedForward == 0;
        };
    }

    /** Whether a layer caches tokens, if it has heads for keys and values. */
    boolean keepsCache(boolean recurrent, int feedForward) {
        return switch (this) {
            case BESIDE_CACHE -> true;
            case WITHOUT_HEADS_AND_FEED_FORWARD -> !recurrent && feedForward == 0;
            default -> !recurrent;
        };
    }

    /** Whether layers that predict further tokens are layers like the others. */
    boolean countsFurtherLayers() {
        return this == WITHOUT_HEADS || this == WITHOUT_HEADS_AND_FEED_FORWARD;
    }

    private static List<Boolean> flags(List<Integer> numbers) {
        return numbers.stream().map(number -> number != 0).toList();
    }

    private static List<Boolean> between(int count, int interval) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(layer -> layer % interval != 0)
                .toList();
    }

    private static int interval(Hyperparameters model) throws GgufException {
        int interval = model.orElse(INTERVAL, model.architecture().equals("minimax-01") ? 8 : 4);
        if (interval == 0) {
            throw model.wrong(INTERVAL, "at least 1");
        }
        return interval;
    }
}
