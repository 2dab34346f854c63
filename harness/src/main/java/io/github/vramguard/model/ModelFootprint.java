package io.github.vramguard.model;

/**
 * The memory that llama.cpp takes for a model and one context.
 *
 * @param weights the weights
 * @param cache keys, values and states
 * @param outputBytes the logits that each sequence reads at once, on the host: {@code llama_context::output_reserve} in
 *     {@code src/llama-context.cpp} of llama.cpp v0.5.0. It grows if a request asks for the logits of more tokens.
 * @param computeBytes an estimate of what is reserved for intermediate results
 * @param deviceBytes what a GPU holds of all this, with what its driver takes for a process
 */
public record ModelFootprint(
        Weights weights, KvCache cache, long outputBytes, long computeBytes, ByteRange deviceBytes) {

    /** How far the estimate of intermediate results may be off, in percent. */
    public static final int COMPUTE_ERROR_PERCENT = ComputeBuffer.ERROR_PERCENT;

    /**
     * What CUDA takes for a process before any model: 107 MiB were reported for a GeForce RTX 4060 Ti, and 555 MiB for
     * an RTX PRO 6000, beside up to 64 MiB of workspace. It grows with the number of multiprocessors.
     */
    public static final ByteRange GPU_CONTEXT = new ByteRange(107L << 20, (555L + 64) << 20);

    static ModelFootprint of(ModelShape model, Weights weights, ContextSettings settings, int gpuLayers) {
        KvCache cache = KvCache.of(model, settings);
        long output = Math.multiplyExact(model.vocabulary(), (long) Float.BYTES * settings.parallel());
        long compute = ComputeBuffer.bytes(model, settings, cache.cells());
        long cacheOnDevice = cache.bytesFrom(Math.max(0, model.blocks() - gpuLayers));
        long onDevice = Math.addExact(weights.deviceBytes(), cacheOnDevice);
        return new ModelFootprint(weights, cache, output, compute, device(onDevice, compute, gpuLayers));
    }

    /** Even without layers on a GPU, llama.cpp may compute large batches there. */
    private static ByteRange device(long loaded, long compute, int gpuLayers) {
        ByteRange used = ByteRange.within(compute, COMPUTE_ERROR_PERCENT)
                .plus(GPU_CONTEXT)
                .plus(loaded);
        return gpuLayers == 0 ? new ByteRange(0, used.most()) : used;
    }

    /**
     * How far the estimate of intermediate results may be off.
     *
     * @return the limits in bytes
     */
    public ByteRange computeRange() {
        return ByteRange.within(computeBytes, COMPUTE_ERROR_PERCENT);
    }
}
