package io.github.vramguard.source.nvidia;

import io.github.vramguard.memory.Reading;

/**
 * A process in a list of {@code nvidia-smi}.
 *
 * @param instance the part of the GPU; empty if unknown
 * @param pid the process
 * @param used what it holds there
 */
record SmiProcess(String instance, long pid, Reading used) {

    static SmiProcess of(String instance, String pid, String name, String used) {
        return new SmiProcess(
                instance, Long.parseLong(pid), SmiFigure.parse(used, "process " + pid + " (" + name + ")"));
    }
}
