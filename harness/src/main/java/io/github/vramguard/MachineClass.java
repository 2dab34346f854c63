package io.github.vramguard;

import io.github.vramguard.run.Machine;
import java.util.List;

/** What amounts of memory depend on here. */
public final class MachineClass {

    private MachineClass() {}

    /**
     * This machine.
     *
     * @param devices each GPU with the branch of its driver, as {@code Meter.devices} tells
     * @param settings they may name the backend of native libraries
     * @return the machine
     */
    public static Machine ofThisMachine(List<String> devices, Settings settings) {
        return new Machine(
                System.getProperty("os.name") + " " + System.getProperty("os.arch"),
                Runtime.version().feature() + " " + System.getProperty("java.vendor"),
                devices,
                settings.reporting().backend());
    }
}
