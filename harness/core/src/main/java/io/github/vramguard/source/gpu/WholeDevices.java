package io.github.vramguard.source.gpu;

import io.github.vramguard.memory.Reading;
import io.github.vramguard.memory.Reading.Bytes;
import io.github.vramguard.memory.Reading.DeviceBytes;
import io.github.vramguard.memory.Reading.Gap;
import io.github.vramguard.memory.Reading.Reason;
import io.github.vramguard.source.linux.Processes;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What stands in for the memory of a process while a driver does not account for it.
 *
 * <p>An empty list of processes proves that nothing is held only after a list has had an amount in it: some drivers never report
 * amounts, or not in a container. Until then a reading is one of the whole device, of which the target holds nothing. If the
 * driver then has no amount for the target, what the device has in use above that stands in for it.
 */
final class WholeDevices {

    private static final System.Logger LOGGER = System.getLogger(GpuDriver.class.getName());
    private static final Set<Reason> WITHOUT_AMOUNTS =
            EnumSet.of(Reason.NOT_AVAILABLE, Reason.NAMESPACE_UNTRUSTED, Reason.PID_NOT_VISIBLE);

    private final Processes processes;
    private final Set<String> accounted = new HashSet<>();
    private final Set<String> whole = new HashSet<>();
    private final Map<String, Long> bases = new HashMap<>();
    private final Map<String, Set<String>> others = new HashMap<>();

    WholeDevices(Processes processes) {
        this.processes = processes;
    }

    /** Learns from an answer of the driver whether it accounts for processes. */
    void learn(String gpu, ProcessAccounting device, Set<Long> pids) {
        boolean hasAmounts = device.entries().values().stream()
                .anyMatch(entry -> entry.amount().orElse(0) > 0);
        boolean looksUpEachProcess =
                device.holders().isEmpty() && device.of(pids).amount().isPresent();
        if (!whole.contains(gpu) && (hasAmounts || looksUpEachProcess)) {
            accounted.add(gpu);
            others.remove(gpu);
        }
        if (!accounted.contains(gpu)) {
            others.put(gpu, processes.namesOf(device.holders().orElse(Set.of()), pids));
        }
    }

    /** Returns whether the driver accounts for the processes on a device. */
    boolean isAccounted(String gpu) {
        return accounted.contains(gpu);
    }

    /** Returns on how many devices the driver accounts for processes. */
    int accounted() {
        return accounted.size();
    }

    /** Returns what stands in for what the target holds of a device, by what the whole device has in use. */
    Reading reading(Gpu gpu, Reading held, Reading used) {
        if (!(used instanceof Bytes device)) {
            return held instanceof Gap ? held : unproven(gpu, used);
        }
        if (held instanceof Gap gap && WITHOUT_AMOUNTS.contains(gap.reason()) && bases.containsKey(gpu.id())) {
            if (whole.add(gpu.id())) {
                LOGGER.log(
                        System.Logger.Level.WARNING,
                        "{0} is read for the whole device from now on: {1}",
                        gpu,
                        gap.detail());
            }
        } else if (held instanceof Bytes && !whole.contains(gpu.id())) {
            bases.put(gpu.id(), device.value());
        }
        return whole.contains(gpu.id()) || held instanceof Bytes ? aboveBase(gpu.id(), device) : held;
    }

    private static Reading unproven(Gpu gpu, Reading used) {
        return used instanceof Gap gap
                ? new Gap(
                        gap.reason(),
                        "a process that is not in the list of " + gpu
                                + " may hold memory as long as the driver has listed no amount, and the memory in use of the"
                                + " whole device is unknown: " + gap.detail())
                : used;
    }

    /** Returns what a device has in use above what it had when the target held nothing. */
    Reading aboveBase(String gpu, Reading used) {
        return used instanceof Bytes device
                ? new DeviceBytes(device.value() - bases.getOrDefault(gpu, 0L), others.getOrDefault(gpu, Set.of()))
                : used;
    }
}
