package io.github.vramguard.model;

import java.util.stream.LongStream;

/**
 * What one GPU is predicted to hold for a model and one context, part by part. Beside it there is
 * {@link ModelFootprint#GPU_CONTEXT}.
 *
 * @param weightsBytes the weights of its layers
 * @param kvBytes the keys and values of its layers
 * @param stateBytes the recurrent states of its layers
 * @param outputBytes the logits, which llama.cpp keeps on the host; some devices share its memory
 * @param computeBytes an estimate of what is reserved for intermediate results
 */
public record DeviceFootprint(long weightsBytes, long kvBytes, long stateBytes, long outputBytes, long computeBytes) {

    /**
     * All parts, and the most that a GPU context takes.
     *
     * @return the size in bytes
     * @throws ArithmeticException if it exceeds 2⁶³ − 1 bytes
     */
    public long bytes() {
        return LongStream.of(loadedBytes(), outputBytes, computeBytes, ModelFootprint.GPU_CONTEXT.most())
                .reduce(0, Math::addExact);
    }

    /** What is there to the byte, as soon as the model is loaded. */
    long loadedBytes() {
        return Math.addExact(weightsBytes, Math.addExact(kvBytes, stateBytes));
    }
}
