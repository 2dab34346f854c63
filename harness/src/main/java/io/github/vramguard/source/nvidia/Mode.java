package io.github.vramguard.source.nvidia;

import java.util.List;
import java.util.stream.Stream;

/** What root can switch on in a driver. */
enum Mode {
    ACCOUNTING(
            "nvmlDeviceGetAccountingMode",
            "peaks of device memory come from samples; nvidia-smi -am 1 (as root) makes the driver record them exactly"),
    PERSISTENCE(
            "nvmlDeviceGetPersistenceMode",
            "the driver starts an idle GPU anew, which takes seconds; nvidia-smi -pm 1 (as root) keeps it ready");

    private final String function;
    private final String weakness;

    Mode(String function, String weakness) {
        this.function = function;
        this.weakness = weakness;
    }

    boolean isOn(Device device) {
        return device.mode(function).orElse(false);
    }

    /** A sentence for each mode that is off for a device that has it. */
    static List<String> weaknesses(List<Device> devices) {
        return Stream.of(values())
                .filter(mode -> devices.stream()
                        .anyMatch(device -> !device.mode(mode.function).orElse(true)))
                .map(mode -> mode.weakness)
                .toList();
    }
}
