package io.github.vramguard.memory;

import java.util.OptionalLong;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Where the readings of a pool come from, what else they include, and when the pool is full. It is the same for a whole
 * trace: readings of two sources are never compared.
 *
 * @param source the source in the words of a report: {@code mallinfo2 less NMT}. Readings of one source can be compared,
 *     also those of two devices
 * @param device the device: {@code NVIDIA H200 GPU-604ac76c}; empty without one
 * @param quality what else moves the number
 * @param capacity the bytes at which the pool is full, where that is known
 * @since 0.1.0
 */
@API(status = Status.MAINTAINED, since = "0.1.0")
public record Origin(String source, String device, Quality quality, OptionalLong capacity) {

    /** What else moves the readings of a source. */
    public enum Quality {
        /** Nothing: the source accounts for the memory of each process. */
        EXACT,
        /** The number includes memory of others, or memory that an allocator holds back. */
        MIXED
    }

    /**
     * Returns the origin of readings of the target's own memory alone.
     *
     * @param source what was asked
     * @return the origin, without a known capacity
     */
    public static Origin exact(String source) {
        return new Origin(source, "", Quality.EXACT, OptionalLong.empty());
    }

    /**
     * Returns the origin of readings that include other memory.
     *
     * @param source what was asked
     * @return the origin, without a known capacity
     */
    public static Origin mixed(String source) {
        return new Origin(source, "", Quality.MIXED, OptionalLong.empty());
    }

    /**
     * Returns the origin of the sums of readings of this one and another.
     *
     * @param other the other origin
     * @return exact if both are; with the capacity of the one that has one
     */
    public Origin and(Origin other) {
        return new Origin(
                source.equals(other.source) ? source : source + " and " + other.source,
                device.isEmpty() ? other.device : device,
                quality == Quality.EXACT ? other.quality : quality,
                capacity.isPresent() ? capacity : other.capacity);
    }

    /**
     * Returns the same origin with a known capacity.
     *
     * @param bytes the bytes at which the pool is full
     * @return the origin
     */
    public Origin endingAt(long bytes) {
        return new Origin(source, device, quality, OptionalLong.of(bytes));
    }

    /**
     * Returns where the readings come from, for a person to read.
     *
     * @return the source with its device, for instance {@code NVML on NVIDIA H200 GPU-604ac76c}
     */
    public String label() {
        return device.isEmpty() ? source : source + " on " + device;
    }
}
