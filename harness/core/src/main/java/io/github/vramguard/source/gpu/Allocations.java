package io.github.vramguard.source.gpu;

import io.github.vramguard.memory.Reading.Gap;
import java.util.Optional;

/**
 * What a driver allocated on one GPU.
 *
 * @param device memory of the device
 * @param host host memory that the device works with, if the driver reports it
 */
public record Allocations(ProcessAccounting device, Optional<ProcessAccounting> host) {

    /**
     * Returns memory of the device alone.
     *
     * @param device what each process holds
     * @return the allocations
     */
    public static Allocations of(ProcessAccounting device) {
        return new Allocations(device, Optional.empty());
    }

    /**
     * Returns allocations that cannot be read.
     *
     * @param gap why
     * @return the allocations
     */
    public static Allocations unreadable(Gap gap) {
        return of(ProcessAccounting.unreadable(gap));
    }
}
