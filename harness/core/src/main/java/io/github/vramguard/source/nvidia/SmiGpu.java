package io.github.vramguard.source.nvidia;

import io.github.vramguard.memory.Reading;
import io.github.vramguard.memory.Reading.Gap;
import io.github.vramguard.memory.Reading.Reason;
import io.github.vramguard.source.gpu.Gpu;

/**
 * A GPU in the list of {@code nvidia-smi}.
 *
 * @param gpu the GPU, by its UUID
 * @param address its PCI address
 * @param used what is in use of it
 */
record SmiGpu(Gpu gpu, String address, Reading used) {

    /** A device may have a little more in use than it says it has, for what the driver reserves. */
    private static final double SLACK = 1.01;

    static SmiGpu of(String uuid, String address, String total, String used, String name) {
        Gpu gpu = new Gpu(uuid, name, SmiFigure.parse(total, name).amount());
        Reading reading = SmiFigure.parse(used, gpu + " as a whole");
        return new SmiGpu(gpu, address, plausible(reading, gpu, Long.MAX_VALUE));
    }

    /**
     * The reading, or a gap if it is more than there is.
     *
     * @param otherwise the most that is possible where the capacity is not known
     */
    static Reading plausible(Reading reading, Gpu gpu, long otherwise) {
        return reading.amount().orElse(0) <= gpu.capacity().orElse(otherwise) * SLACK
                ? reading
                : new Gap(Reason.ABI_MISMATCH, "nvidia-smi reported more than the memory of " + gpu);
    }
}
