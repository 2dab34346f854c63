package io.github.vramguard.memory;

import java.util.OptionalLong;

/**
 * Where the readings of a pool come from, how far they can be trusted, and where they end. It holds for a whole trace:
 * readings of two sources are never compared.
 *
 * @param source what was asked, in the words of a report: {@code mallinfo2 less NMT}. Readings of one source can be compared,
 *     also those of two devices
 * @param device which device it was asked about: {@code NVIDIA H200 GPU-604ac76c}; empty where there is none to name
 * @param quality what else moves the number
 * @param capacity the bytes at which the pool is full, where that is known
 */
public record Origin(String source, String device, Quality quality, OptionalLong capacity) {

    /** What else moves the readings of a source. */
    public enum Quality {
        /** Nothing: the source keeps a ledger of the target's own memory. */
        EXACT,
        /** Memory that is not the target's own, or that an allocator keeps, is in the number too. */
        MIXED
    }

    /**
     * A source that keeps a ledger of the target's own memory.
     *
     * @param source what was asked
     * @return the origin, without a known capacity
     */
    public static Origin exact(String source) {
        return new Origin(source, "", Quality.EXACT, OptionalLong.empty());
    }

    /**
     * A source whose number has other memory in it too.
     *
     * @param source what was asked
     * @return the origin, without a known capacity
     */
    public static Origin mixed(String source) {
        return new Origin(source, "", Quality.MIXED, OptionalLong.empty());
    }

    /**
     * The origin of readings of this one and of another, added up.
     *
     * @param other the other origin
     * @return exact if both are; with the end of the one that has one
     */
    public Origin and(Origin other) {
        return new Origin(
                source.equals(other.source) ? source : source + " and " + other.source,
                device.isEmpty() ? other.device : device,
                quality == Quality.EXACT ? other.quality : quality,
                capacity.isPresent() ? capacity : other.capacity);
    }

    /**
     * The same origin with a known end.
     *
     * @param bytes the bytes at which the pool is full
     * @return the origin
     */
    public Origin endingAt(long bytes) {
        return new Origin(source, device, quality, OptionalLong.of(bytes));
    }

    /**
     * Where the readings come from, for a person to read.
     *
     * @return the source with its device, for instance {@code NVML on NVIDIA H200 GPU-604ac76c}
     */
    public String told() {
        return device.isEmpty() ? source : source + " on " + device;
    }
}
