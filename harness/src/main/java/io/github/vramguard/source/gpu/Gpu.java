package io.github.vramguard.source.gpu;

import java.util.OptionalLong;

/**
 * A GPU, or a part of one that works as a GPU of its own.
 *
 * @param id what stays the same whatever else is plugged in: a UUID ({@code GPU-…}, {@code MIG-…}) or a PCI address
 *     ({@code 0000:03:00.0})
 * @param name the name of the product
 * @param capacity its memory in bytes, where that is known
 */
public record Gpu(String id, String name, OptionalLong capacity) {

    @Override
    public String toString() {
        return name + " (" + id + ")";
    }
}
