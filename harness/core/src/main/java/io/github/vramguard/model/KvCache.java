package io.github.vramguard.model;

import io.github.vramguard.memory.TokenCache;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The memory that a context takes for tokens: keys and values, and recurrent states. It follows
 * {@code llama_kv_cache} and {@code llama_memory_recurrent} of llama.cpp v0.5.0 ({@code src/llama-kv-cache.cpp},
 * {@code src/llama-memory-recurrent.cpp}), which allocate it when the context is created.
 *
 * @since 0.1.0
 */
@API(status = Status.EXPERIMENTAL, since = "0.1.0")
public final class KvCache {

    private final Cells cells;
    private final ContextSettings settings;
    private final List<LayerCache> layers;
    private final int states;

    private KvCache(Cells cells, ContextSettings settings, List<LayerCache> layers, int states) {
        this.cells = cells;
        this.settings = settings;
        this.layers = layers;
        this.states = states;
    }

    static KvCache of(ModelShape model, ContextSettings settings) {
        Cells cells = Cells.of(model, settings);
        LayerSizing sizing = LayerSizing.of(model, settings, cells);
        List<LayerCache> layers = model.layers().stream().map(sizing::size).toList();
        KvCache cache = new KvCache(cells, settings, layers, sizing.states());
        return settings.speculation().byItself() ? cache.plus(further(model, settings, cells)) : cache;
    }

    /** The context that drafts has cells of its own, as many, and its own types. */
    private static KvCache further(ModelShape model, ContextSettings settings, Cells cells) {
        ContextSettings drafting = settings.toBuilder()
                .cacheTypeK(settings.speculation().cacheTypeK())
                .cacheTypeV(settings.speculation().cacheTypeV())
                .build();
        LayerSizing sizing = LayerSizing.of(model, drafting, cells);
        return new KvCache(
                cells,
                drafting,
                model.furtherLayers().stream().map(sizing::size).toList(),
                sizing.states());
    }

    /** This one and that of another context, as one. */
    KvCache plus(KvCache other) {
        return new KvCache(
                cells,
                settings,
                Stream.concat(layers.stream(), other.layers.stream()).toList(),
                states);
    }

    /**
     * Returns what each further token of context takes: keys and values of all layers except those with a window.
     *
     * @return the size in bytes
     */
    public long bytesPerToken() {
        return bytesPerToken(layer -> !isBounded(layer));
    }

    /**
     * Returns the tokens of context for all sequences; those of each are padded to a multiple of 256 as llama.cpp does.
     *
     * @return the number of tokens
     */
    public long contextTokens() {
        return cells.context();
    }

    /**
     * Returns the tokens that one sequence can have: all of them, if the sequences share one cache.
     *
     * @return the number of tokens
     */
    public long sequenceTokens() {
        return cells.each();
    }

    /**
     * Returns the size of the keys and values of all layers and sequences.
     *
     * @return the size in bytes
     */
    public long kvBytes() {
        return sum(LayerCache::kvBytes);
    }

    /**
     * Returns the size of the recurrent states of all layers and sequences. They do not grow with the context.
     *
     * @return the size in bytes
     */
    public long stateBytes() {
        return sum(LayerCache::stateBytes);
    }

    /**
     * Returns what growth within a conversation, and growth of a prompt cache, is compared with.
     *
     * @return what one sequence takes, and what llama.cpp reserves for all of them when it creates the context
     */
    public TokenCache ofTokens() {
        return new TokenCache(
                bytesPerToken(),
                new TokenCache.Window(bytesPerToken(this::isBounded), cells.visible()),
                stateBytes() / states,
                OptionalLong.of(Math.addExact(kvBytes(), stateBytes())));
    }

    private boolean isBounded(LayerCache layer) {
        return layer.windowed() && !settings.swaFull();
    }

    private long bytesPerToken(Predicate<LayerCache> which) {
        return layers.stream()
                .filter(which)
                .mapToLong(LayerCache::bytesPerToken)
                .reduce(0, Math::addExact);
    }

    /** That of the layers from one on: a cache is on the device of the weights of its layer. */
    KvCache from(int firstLayer) {
        return new KvCache(cells, settings, layers.stream().skip(firstLayer).toList(), states);
    }

    List<LayerCache> layers() {
        return layers;
    }

    Cells cells() {
        return cells;
    }

    private long sum(ToLongFunction<LayerCache> size) {
        return layers.stream().mapToLong(size).reduce(0, Math::addExact);
    }
}
