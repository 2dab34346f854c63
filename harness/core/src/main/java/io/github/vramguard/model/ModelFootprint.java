package io.github.vramguard.model;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The memory that llama.cpp takes for a model and one context.
 *
 * @param weights the weights
 * @param cache keys, values and states
 * @param outputBytes the logits that each sequence reads at once, on the host: {@code llama_context::output_reserve} in
 *     {@code src/llama-context.cpp} of llama.cpp v0.5.0. It grows if a request asks for the logits of more tokens.
 * @param computeBytes an estimate of what is reserved for intermediate results, and for logits of all tokens of a batch
 * @param computeRange what may be reserved instead: the estimate may be off by 20%, and llama-server does not hold those
 *     logits, unless it serves embeddings. 17% was the most in the 252 cases that llama.cpp v0.5.0 printed, and 6% with
 *     the llama-server of v0.7.0.
 * @param device what a GPU holds of all this, part by part, with what its driver takes for a process
 * @since 0.1.0
 */
@API(status = Status.EXPERIMENTAL, since = "0.1.0")
public record ModelFootprint(
        Weights weights,
        KvCache cache,
        long outputBytes,
        long computeBytes,
        ByteRange computeRange,
        DeviceFootprint device) {

    /** The error of the estimate of {@link #computeBytes()}, in percent. */
    public static final int COMPUTE_ERROR_PERCENT = ComputeBuffer.ERROR_PERCENT;

    static ModelFootprint of(ModelShape model, Weights weights, ContextSettings settings, int gpuLayers) {
        KvCache cache = KvCache.of(model, settings);
        int contexts = settings.speculation().byItself() ? 2 : 1;
        ComputeBuffer compute = ComputeBuffer.of(model, settings, cache.cells());
        KvCache onDevice = cache.from(Placement.of(model, settings).firstOffloaded(gpuLayers));
        return new ModelFootprint(
                weights,
                cache,
                Math.multiplyExact(model.vocabulary(), (long) Float.BYTES * settings.parallel() * contexts),
                compute.bytes(),
                compute.range(),
                DeviceFootprint.of(weights, onDevice, compute.range(), gpuLayers));
    }

    /**
     * Returns what this model takes together with another one in the same process, such as one that drafts for it.
     *
     * @param other what the other takes
     * @return the sums; the driver takes its part once
     * @throws ArithmeticException if a size exceeds 2⁶³ − 1 bytes
     */
    public ModelFootprint plus(ModelFootprint other) {
        return new ModelFootprint(
                weights.plus(other.weights),
                cache.plus(other.cache),
                Math.addExact(outputBytes, other.outputBytes),
                Math.addExact(computeBytes, other.computeBytes),
                computeRange.plus(other.computeRange),
                device.plus(other.device));
    }

    /**
     * Returns what a GPU holds of all this together.
     *
     * @return the limits of the size
     */
    public ByteRange deviceBytes() {
        return device.range();
    }
}
