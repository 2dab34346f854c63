package io.github.vramguard.model;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A model for llama.cpp, as the header of its file describes it.
 *
 * @since 0.1.0
 */
@API(status = Status.EXPERIMENTAL, since = "0.1.0")
public final class Model {

    private final ModelShape shape;
    private final List<Tensor> tensors;

    private Model(ModelShape shape, List<Tensor> tensors) {
        this.shape = shape;
        this.tensors = tensors;
    }

    /**
     * Reads the header of a model file. The data of tensors is neither read nor needed: the start of a file is enough, up
     * to the end of its table of tensors.
     *
     * @param file a GGUF file of version 2 or 3, or any part of a split model, with the other parts beside it
     * @return the model
     * @throws GgufException if it is no such file, lacks what sizes depend on, another part is missing, or the caches of its
     *     architecture have rules that are not known here
     * @throws IOException if it cannot be read
     */
    public static Model read(Path file) throws IOException {
        return of(GgufFile.read(file));
    }

    /**
     * Returns a model as another program describes it that has read its header, such as a server on another machine.
     *
     * @param source the name of that program, for messages
     * @param metadata the metadata of its file by key: texts, whole numbers, flags, and lists of these. What is anything else,
     *     or missing, is not known; the size of the vocabulary is then that of the embeddings of tokens.
     * @param tensors all its tensors
     * @return the model
     * @throws GgufException if that lacks what sizes depend on, or contradicts itself
     */
    public static Model described(String source, Map<String, ?> metadata, List<TensorShape> tensors)
            throws GgufException {
        return of(new Description(source, metadata, tensors).header());
    }

    private static Model of(GgufHeader header) throws GgufException {
        return new Model(ModelShape.of(header.metadata()), header.tensors());
    }

    /**
     * Returns the name of its architecture in llama.cpp.
     *
     * @return for instance {@code llama} or {@code gpt-oss}
     */
    public String architecture() {
        return shape.architecture().name();
    }

    /**
     * Returns the longest context that it was trained for.
     *
     * @return the number of tokens; empty if the file does not say
     */
    public OptionalInt trainedContext() {
        return shape.trainedContext();
    }

    /**
     * Returns whether all that it remembers is a state of one size, whatever the length of the context, as Mamba and RWKV do.
     *
     * @return false if any layer caches tokens, or none remembers anything
     */
    public boolean hasConstantState() {
        return shape.hasConstantState();
    }

    /**
     * Returns whether the rules of its architecture are known here. Others are computed by general rules, which may be wrong
     * for them.
     *
     * @return whether it is one of llama.cpp v0.5.0 or v0.7.0
     */
    public boolean isOfKnownArchitecture() {
        return shape.architecture().isKnown();
    }

    /**
     * Returns the settings that llama.cpp really uses: Grok is always run without flash attention
     * ({@code llama_init_from_model} in {@code src/llama-context.cpp}).
     *
     * @param settings the settings that are requested
     * @return the settings that are used
     * @throws IllegalArgumentException if values cannot be cached so without flash attention
     */
    public ContextSettings adapted(ContextSettings settings) {
        return architecture().equals("grok")
                ? settings.toBuilder().flashAttention(false).build()
                : settings;
    }

    /**
     * Returns what a context of it takes for tokens and states.
     *
     * @param settings how the context is set up
     * @return the sizes
     * @throws IllegalArgumentException if its rows cannot be stored as the settings say, or the context is that of the training,
     *     which the file does not say
     * @throws ArithmeticException if a size exceeds 2⁶³ − 1 bytes
     */
    public KvCache cache(ContextSettings settings) {
        return KvCache.of(shape, adapted(settings));
    }

    /**
     * Returns the weights, and where they are.
     *
     * @param gpuLayers {@code --gpu-layers}, what is on a GPU: the output is the first layer, and the last block the second
     * @return the sizes
     * @throws ArithmeticException if a size exceeds 2⁶³ − 1 bytes
     */
    public Weights weights(int gpuLayers) {
        return weights(ContextSettings.of(0), gpuLayers);
    }

    /**
     * Returns the weights, and where they are. Those that predict further tokens are loaded if the model drafts with them.
     *
     * @param settings how the context is set up
     * @param gpuLayers {@code --gpu-layers}, as for {@link #weights(int)}
     * @return the sizes
     * @throws ArithmeticException if a size exceeds 2⁶³ − 1 bytes
     */
    public Weights weights(ContextSettings settings, int gpuLayers) {
        return Weights.of(tensors, Placement.of(shape, settings), gpuLayers);
    }

    /**
     * Returns whether the model can draft tokens by itself ({@code --spec-type draft-mtp}), and it is known here what that takes.
     *
     * @return false if it has no layers for that, or is of an architecture of which that is not known
     */
    public boolean draftsByItself() {
        return !shape.furtherLayers().isEmpty();
    }

    /**
     * Returns what the model takes together with one context.
     *
     * @param settings how the context is set up
     * @param gpuLayers {@code --gpu-layers}, as for {@link #weights(int)}
     * @return the sizes
     * @throws IllegalArgumentException if its rows cannot be stored as the settings say, or the context is that of the training,
     *     which the file does not say
     * @throws ArithmeticException if a size exceeds 2⁶³ − 1 bytes
     */
    public ModelFootprint footprint(ContextSettings settings, int gpuLayers) {
        return ModelFootprint.of(shape, weights(settings, gpuLayers), adapted(settings), gpuLayers);
    }
}
