package io.github.vramguard.model;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A model for llama.cpp, as the header of its file describes it. */
public final class Model {

    private final ModelShape shape;
    private final List<Tensor> tensors;

    private Model(ModelShape shape, List<Tensor> tensors) {
        this.shape = shape;
        this.tensors = tensors;
    }

    /**
     * Read the header of a model file. The data of tensors is neither read nor needed: the start of a file will do, up
     * to the end of its table of tensors.
     *
     * @param file a GGUF file of version 2 or 3, or any part of a split model, with the other parts beside it
     * @return the model
     * @throws GgufException if it is no such file, lacks what sizes depend on, another part is missing, or the caches of its
     *     architecture have rules that are not known here
     * @throws IOException if it cannot be read
     */
    public static Model read(Path file) throws IOException {
        GgufFile header = GgufFile.read(file);
        return new Model(ModelShape.of(header.metadata()), header.tensors());
    }

    /**
     * The name of its architecture in llama.cpp.
     *
     * @return for instance {@code llama} or {@code gpt-oss}
     */
    public String architecture() {
        return shape.architecture();
    }

    /**
     * The longest context that it was trained for.
     *
     * @return the number of tokens
     */
    public int trainedContext() {
        return shape.trainedContext();
    }

    /**
     * What a context of it keeps for tokens and states.
     *
     * @param settings how the context is set up
     * @return the sizes
     * @throws IllegalArgumentException if its rows cannot be stored as the settings say
     * @throws ArithmeticException if a size exceeds 2⁶³ − 1 bytes
     */
    public KvCache cache(ContextSettings settings) {
        return KvCache.of(shape, settings);
    }

    /**
     * The weights, and where they are.
     *
     * @param gpuLayers {@code --gpu-layers}, what is on a GPU: the output is the first layer, and the last block the second
     * @return the sizes
     * @throws ArithmeticException if a size exceeds 2⁶³ − 1 bytes
     */
    public Weights weights(int gpuLayers) {
        return Weights.of(tensors, shape.blocks(), shape.further(), gpuLayers);
    }

    /**
     * What the model takes together with one context.
     *
     * @param settings how the context is set up
     * @param gpuLayers {@code --gpu-layers}, as for {@link #weights(int)}
     * @return the sizes
     * @throws IllegalArgumentException if its rows cannot be stored as the settings say
     * @throws ArithmeticException if a size exceeds 2⁶³ − 1 bytes
     */
    public ModelFootprint footprint(ContextSettings settings, int gpuLayers) {
        return ModelFootprint.of(shape, weights(gpuLayers), settings, gpuLayers);
    }
}
