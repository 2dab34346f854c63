package io.github.vramguard.source.nvidia;

import java.util.Optional;

/** What root can switch on in a driver. */
enum Mode {
    ACCOUNTING(
            "nvmlDeviceGetAccountingMode",
            "peaks of device memory come from samples; nvidia-smi -am 1 (as root) makes the driver record them exactly"),
    PERSISTENCE(
            "nvmlDeviceGetPersistenceMode",
            "the driver initialises an idle GPU again, which takes seconds; nvidia-smi -pm 1 (as root) avoids that");

    private final String function;
    private final String weakness;

    Mode(String function, String weakness) {
        this.function = function;
        this.weakness = weakness;
    }

    /** Whether it is on for a device; empty if the device does not have it. */
    Optional<Boolean> isOn(Device device) {
        return device.mode(function);
    }

    boolean isOff(Device device) {
        return !isOn(device).orElse(true);
    }

    /** What it means that the mode is off. */
    String weakness() {
        return weakness;
    }
}
