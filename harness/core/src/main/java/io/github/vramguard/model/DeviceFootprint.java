package io.github.vramguard.model;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * What one GPU is predicted to hold for a model and one context, part by part. The logits are not among them: llama.cpp keeps
 * those on the host.
 *
 * @param weightsBytes the weights of its layers
 * @param kvBytes the keys and values of its layers
 * @param stateBytes the recurrent states of its layers
 * @param compute what is reserved for intermediate results, an estimate with its stated error
 * @param context what its driver takes for a process: {@link #GPU_CONTEXT}
 * @since 0.1.0
 */
@API(status = Status.EXPERIMENTAL, since = "0.1.0")
public record DeviceFootprint(long weightsBytes, long kvBytes, long stateBytes, ByteRange compute, ByteRange context) {

    /**
     * What CUDA takes for a process before any model: 107 MiB were reported for a GeForce RTX 4060 Ti, and 555 MiB for
     * an RTX PRO 6000 (issue 23604 of ggml-org/llama.cpp and 9413 of invoke-ai/InvokeAI), beside up to 64 MiB of workspace. It
     * grows with the number of multiprocessors.
     */
    public static final ByteRange GPU_CONTEXT = new ByteRange(107L << 20, (555L + 64) << 20);

    /** Even without layers on a GPU, llama.cpp may compute large batches there. */
    static DeviceFootprint of(Weights weights, KvCache cache, ByteRange compute, int gpuLayers) {
        ByteRange context = GPU_CONTEXT;
        return new DeviceFootprint(
                weights.deviceBytes(),
                cache.kvBytes(),
                cache.stateBytes(),
                gpuLayers == 0 ? compute.perhaps() : compute,
                gpuLayers == 0 ? context.perhaps() : context);
    }

    DeviceFootprint plus(DeviceFootprint other) {
        return new DeviceFootprint(
                Math.addExact(weightsBytes, other.weightsBytes),
                Math.addExact(kvBytes, other.kvBytes),
                Math.addExact(stateBytes, other.stateBytes),
                compute.plus(other.compute),
                context);
    }

    /**
     * Returns the sum of all parts.
     *
     * @return the limits of the size
     * @throws ArithmeticException if it exceeds 2⁶³ − 1 bytes
     */
    public ByteRange range() {
        return compute.plus(context).plus(Math.addExact(weightsBytes, Math.addExact(kvBytes, stateBytes)));
    }

    /**
     * Returns the most that it may hold.
     *
     * @return the size in bytes
     * @throws ArithmeticException if it exceeds 2⁶³ − 1 bytes
     */
    public long bytes() {
        return range().most();
    }
}
