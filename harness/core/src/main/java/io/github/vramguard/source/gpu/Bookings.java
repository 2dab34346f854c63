package io.github.vramguard.source.gpu;

import io.github.vramguard.memory.Reading.Gap;
import java.util.Optional;

/**
 * What a driver booked on one GPU.
 *
 * @param device memory of the device
 * @param host memory of the host that the device works with, where the driver tells it
 */
public record Bookings(Ledger device, Optional<Ledger> host) {

    /**
     * Memory of the device alone.
     *
     * @param device what each process holds
     * @return the bookings
     */
    public static Bookings of(Ledger device) {
        return new Bookings(device, Optional.empty());
    }

    /**
     * Bookings that cannot be read.
     *
     * @param gap why
     * @return the bookings
     */
    public static Bookings unreadable(Gap gap) {
        return of(Ledger.unreadable(gap));
    }
}
