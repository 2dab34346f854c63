package io.github.vramguard.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What each layer of a model remembers, from its metadata: {@code llama_hparams} and {@code llama_model::create_memory}
 * of llama.cpp v0.5.0.
 */
final class Layers {

    /** Models that read their whole input at once, besides the encoders; the two last of them are of v0.7.0. */
    private static final Set<String> WITHOUT_CACHE = Set.of(
            "gemma-embedding", "wavtokenizer-dec", "dream", "llada", "llada-moe", "rnd1", "clef", "gemma-embedding2");

    /** The first layers of Gemma 3n, whose caches the others use, which its metadata does not say. */
    private static final int GEMMA_3N_OWN_CACHES = 20;

    private final Hyperparameters model;
    private final int count;
    private final List<Integer> kvHeads;
    private final List<Integer> feedForward;
    private final Windows windows;
    private final Recurrence recurrence;
    private final List<Boolean> recurrent;
    private final long stateElements;

    private Layers(Hyperparameters model, int count) throws GgufException {
        this.model = model;
        this.count = count;
        kvHeads = model.perLayer("attention.head_count_kv", count).orElse(heads());
        feedForward = model.perLayer("feed_forward_length", count, 0);
        windows = Windows.of(model, count);
        recurrence = Recurrence.of(model.architecture());
        recurrent = recurrence.layers(model, count, kvHeads, feedForward);
        stateElements = RecurrentState.elements(model, model.required("embedding_length"), firstHeads());
    }

    /** Whether all heads share one latent key. */
    static boolean attendsLatently(Hyperparameters model) throws GgufException {
        return model.orElse("attention.key_length_mla", 0) > 0 && model.orElse("attention.value_length_mla", 0) > 0;
    }

    static List<Layer> of(Hyperparameters model, int count) throws GgufException {
        Layers layers = new Layers(model, count);
        List<Layer> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            all.add(layers.layer(i));
        }
        return List.copyOf(all);
    }

    private Layer layer(int i) throws GgufException {
        boolean windowed = windows.windowed().get(i);
        long state = recurrent.get(i) ? stateElements : 0;
        if (!recurrence.keepsCache(recurrent.get(i), feedForward.get(i)) || i >= ownCaches()) {
            return Layer.withoutCache(windowed, state);
        }
        return new Layer(kvHeads.get(i), length("key", windowed), cachedValueLength(windowed), windowed, state);
    }

    /** Latent attention computes the values from the keys. */
    private int cachedValueLength(boolean windowed) throws GgufException {
        return attendsLatently(model) ? 0 : length("value", windowed);
    }

    private int length(String of, boolean windowed) throws GgufException {
        int heads = firstHeads();
        int usual = heads == 0 ? 0 : model.required("embedding_length") / heads;
        int global = model.orElse("attention." + of + "_length", usual);
        return windowed ? model.orElse("attention." + of + "_length_swa", global) : global;
    }

    private int ownCaches() throws GgufException {
        if (Encoders.has(model.architecture()) || WITHOUT_CACHE.contains(model.architecture())) {
            return 0;
        }
        int usual = model.architecture().equals("gemma3n") ? Math.min(count, GEMMA_3N_OWN_CACHES) : count;
        return model.optional("attention.shared_kv_layers")
                .map(shared -> count - shared)
                .orElse(usual);
    }

    private int firstHeads() throws GgufException {
        return heads().get(0);
    }

    private List<Integer> heads() throws GgufException {
        return model.perLayer("attention.head_count", count, 0);
    }
}
