package io.github.vramguard.source.gpu;

import java.util.OptionalLong;

/**
 * A GPU, or a part of one that works as a GPU of its own.
 *
 * @param id an id that does not depend on other devices: a UUID ({@code GPU-…}, {@code MIG-…}) or a PCI address
 *     ({@code 0000:03:00.0})
 * @param name the name of the product
 * @param capacity its memory in bytes, if known
 */
public record Gpu(String id, String name, OptionalLong capacity) {

    /** Enough of a UUID to find it in the list of a machine. */
    private static final int SHORT_ID = 12;

    /**
     * Returns the GPU in the words of a report.
     *
     * @return for instance {@code NVIDIA H200 GPU-604ac76c}, or {@code AMD GPU 0000:03:00.0}
     */
    public String label() {
        return name + " " + id.substring(0, Math.min(id.length(), SHORT_ID));
    }

    /** Returns the product with the branch of its driver: {@code NVIDIA H200 (driver 570)}. */
    String with(String branch) {
        return name + " (" + branch + ")";
    }

    @Override
    public String toString() {
        return name + " (" + id + ")";
    }
}
