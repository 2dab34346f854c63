package io.github.vramguard;

import io.github.vramguard.run.Machine;
import io.github.vramguard.source.MemorySource;

/** What amounts of memory depend on here. */
public final class MachineClass {

    private MachineClass() {}

    /**
     * This machine, as some sources see it.
     *
     * @param sources they tell of GPUs
     * @param settings they may name the backend of native libraries
     * @return the machine
     */
    public static Machine ofThisMachine(MemorySource sources, Settings settings) {
        return new Machine(
                System.getProperty("os.name") + " " + System.getProperty("os.arch"),
                Runtime.version().feature() + " " + System.getProperty("java.vendor"),
                sources.devices(),
                settings.reporting().backend());
    }
}
