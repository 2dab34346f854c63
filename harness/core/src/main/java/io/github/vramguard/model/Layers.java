package io.github.vramguard.model;

import io.github.vramguard.model.Architecture.Caches;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What each layer of a model remembers, from its metadata: {@code llama_hparams} and {@code llama_model::create_memory}
 * of llama.cpp v0.5.0.
 */
final class Layers {

    /** Of Gemma 3n, whose metadata does not say how many caches the other layers use. */
    private static final int GEMMA_3N_OWN_CACHES = 20;

    private final Hyperparameters model;
    private final Architecture architecture;
    private final int count;
    private final int embedding;
    private final List<Integer> heads;
    private final List<Integer> kvHeads;
    private final List<Integer> feedForward;
    private final Windows windows;
    private final List<Boolean> recurrent;
    private final List<Integer> indexKeys;
    private final long stateElements;

    private Layers(Hyperparameters model, Architecture architecture, int count) throws GgufException {
        this.model = model;
        this.architecture = architecture;
        this.count = count;
        embedding = model.positive("embedding_length");
        heads = architecture.attends()
                ? model.positivePerLayer("attention.head_count", count)
                : model.perLayer("attention.head_count", count, 0);
        kvHeads = model.perLayer("attention.head_count_kv", count).orElse(heads);
        feedForward = model.perLayer("feed_forward_length", count, 0);
        windows = Windows.of(model, architecture, count);
        recurrent = architecture.recurrence().layers(model, count, kvHeads, feedForward);
        indexKeys = architecture.indexer().isPresent()
                ? architecture.indexer().get().keyLengths(model, count)
                : Collections.nCopies(count, 0);
        stateElements = recurrent.contains(true) ? architecture.state().elements(model, embedding, heads.get(0)) : 0;
    }

    /** Whether all heads share one latent key. */
    static boolean attendsLatently(Hyperparameters model) throws GgufException {
        return model.orElse("attention.key_length_mla", 0) > 0 && model.orElse("attention.value_length_mla", 0) > 0;
    }

    static List<Layer> of(Hyperparameters model, Architecture architecture, int count) throws GgufException {
        Layers layers = new Layers(model, architecture, count);
        List<Layer> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            all.add(layers.layer(i));
        }
        layers.mustRemember(all);
        return List.copyOf(all);
    }

    /** What layers that predict further tokens cache: the same as the last of the others, which is never recurrent. */
    static List<Layer> further(Hyperparameters model, Architecture architecture, int count, int further)
            throws GgufException {
        return Collections.nCopies(further, new Layers(model, architecture, count).caching(count - 1, 0));
    }

    /** Nothing is a size that no model has, unless it reads its whole input at once. */
    private void mustRemember(List<Layer> all) throws GgufException {
        boolean remembers = all.stream().anyMatch(layer -> layer.heads() > 0 || layer.stateElements() > 0);
        if (!remembers && !architecture.readsAllAtOnce()) {
            throw model.wrong("attention.head_count_kv", "a layer that caches keys and values, or keeps a state");
        }
    }

    private Layer layer(int i) throws GgufException {
        long state = recurrent.get(i) ? Math.addExact(stateElements, NgramState.elements(model, embedding, i)) : 0;
        boolean caches = architecture.recurrence().keepsCache(recurrent.get(i), feedForward.get(i));
        return caches && kvHeads.get(i) > 0 && i < ownCaches()
                ? caching(i, state)
                : Layer.withoutCache(windows.windowed().get(i), state);
    }

    private Layer caching(int i, long state) throws GgufException {
        boolean windowed = windows.windowed().get(i);
        int valueLength = attendsLatently(model) ? 0 : length("value", windowed);
        return new Layer(
                kvHeads.get(i),
                length("key", windowed),
                valueLength,
                windowed,
                state,
                indexKeys.get(i),
                architecture.hasIndexValues() && indexKeys.get(i) > 0 ? valueLength : 0);
    }

    private int length(String of, boolean windowed) throws GgufException {
        int usual = heads.get(0) == 0 ? 0 : embedding / heads.get(0);
        int global = model.orElse("attention." + of + "_length", usual);
        int length = windowed ? model.orElse("attention." + of + "_length_swa", global) : global;
        if (length == 0) {
            throw model.wrong("attention." + of + "_length", "at least 1, where no embedding is split among the heads");
        }
        return length;
    }

    private int ownCaches() throws GgufException {
        if (architecture.readsAllAtOnce()) {
            return 0;
        }
        boolean isGemma3n = architecture.caches() == Caches.FIRST_LAYERS;
        int usual = isGemma3n ? Math.min(count, GEMMA_3N_OWN_CACHES) : count;
        return model.optional("attention.shared_kv_layers")
                .map(shared -> count - shared)
                .orElse(usual);
    }
}
