package io.github.vramguard.model;

import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * The sizes of a model that memory depends on, all in elements.
 *
 * @param architecture what follows from the name of its architecture in llama.cpp
 * @param trainedContext the longest context that it was trained for, in tokens, if its file says so
 * @param vocabulary the number of its tokens
 * @param embedding the length of an embedding
 * @param heads the most query heads of a layer
 * @param feedForward the widest feed-forward network that one token passes, all experts in use together
 * @param latentQueries the elements of the queries of all heads, where they share one latent key; 0 elsewhere
 * @param recurrent the elements that one token holds inside a recurrent layer, estimated
 * @param window the length of the sliding window, in tokens; 0 if there is none
 * @param blocks the number of blocks in the file, with those that predict further tokens
 * @param further how many of the blocks predict further tokens ({@code nextn}, MTP); they are not loaded by default
 * @param layers what the layers remember, without those that predict further tokens, unless they count like others
 * @param furtherLayers what those cache that predict further tokens, in a context of their own; empty if that is not known
 */
record ModelShape(
        Architecture architecture,
        OptionalInt trainedContext,
        long vocabulary,
        int embedding,
        int heads,
        long feedForward,
        long latentQueries,
        long recurrent,
        int window,
        int blocks,
        int further,
        List<Layer> layers,
        List<Layer> furtherLayers) {

    /** {@code LLAMA_MAX_LAYERS} in llama.cpp. */
    private static final int MOST_LAYERS = 512;

    static ModelShape of(Metadata metadata) throws GgufException {
        NoModel.refuse(metadata);
        try {
            return of(Hyperparameters.of(metadata));
        } catch (ArithmeticException e) {
            throw new GgufException(metadata.source(), "describes layers of more elements than can be counted");
        }
    }

    private static ModelShape of(Hyperparameters model) throws GgufException {
        Architecture architecture = Architecture.of(model);
        UnknownCaches.refuse(model, architecture);
        int blocks = model.required("block_count");
        int further = model.orElse("nextn_predict_layers", 0);
        int layers = architecture.recurrence().countsFurtherLayers() ? blocks : blocks - further;
        if (layers < 1 || blocks > MOST_LAYERS) {
            throw model.wrong("block_count", "1 to " + MOST_LAYERS + " layers that are not for further tokens");
        }
        return new ModelShape(
                architecture,
                trainedContext(model),
                vocabulary(model),
                model.required("embedding_length"),
                most(model, "attention.head_count", layers),
                feedForward(model, layers),
                latentQueries(model, layers),
                architecture
                        .state()
                        .elementsOfToken(model, architecture.recurrence(), model.required("embedding_length")),
                Windows.of(model, architecture, layers).window(),
                blocks,
                further,
                Layers.of(model, architecture, layers),
                architecture.predictsFurther() ? Layers.further(model, architecture, layers, further) : List.of());
    }

    private static OptionalInt trainedContext(Hyperparameters model) throws GgufException {
        return model.optional("context_length").stream()
                .mapToInt(Integer::intValue)
                .filter(tokens -> tokens > 0)
                .findFirst();
    }

    /** Whether its layers remember states alone, of the same size for each context. */
    boolean hasConstantState() {
        return layers.stream().allMatch(layer -> layer.heads() == 0)
                && layers.stream().anyMatch(layer -> layer.stateElements() > 0);
    }

    private static long vocabulary(Hyperparameters model) throws GgufException {
        long listed = model.metadata().length("tokenizer.ggml.tokens").orElse(0L);
        return listed > 0 ? listed : model.required("vocab_size");
    }

    private static long feedForward(Hyperparameters model, int layers) throws GgufException {
        int dense = most(model, "feed_forward_length", layers);
        List<Integer> expert = model.perLayer("expert_feed_forward_length", layers, dense);
        List<Integer> used = model.perLayer("expert_used_count", layers, 0);
        return IntStream.range(0, layers)
                .mapToLong(layer -> (long) expert.get(layer) * used.get(layer))
                .reduce(dense, Math::max);
    }

    private static long latentQueries(Hyperparameters model, int layers) throws GgufException {
        return Layers.attendsLatently(model)
                ? Math.multiplyExact(
                        (long) most(model, "attention.head_count", layers), model.orElse("attention.key_length", 0))
                : 0;
    }

    private static int most(Hyperparameters model, String name, int layers) throws GgufException {
        return Collections.max(model.perLayer(name, layers, 0));
    }
}
