package io.github.vramguard.source.nvidia;

import io.github.vramguard.memory.Reading;
import io.github.vramguard.memory.Reading.Gap;
import io.github.vramguard.memory.Reading.Reason;
import io.github.vramguard.source.gpu.Allocations;
import io.github.vramguard.source.gpu.Gpu;
import io.github.vramguard.source.gpu.ProcessAccounting;
import io.github.vramguard.source.gpu.Refusal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * NVML after its start. It is never shut down: others in this process may use it, too.
 *
 * @param devices GPUs and MIG devices, by PCI address; at least one
 * @param failures those that could not be opened
 * @param accounting the record of peaks
 * @param namespace whose process ids the driver gives
 */
record Session(List<Device> devices, List<NvmlError> failures, Accounting accounting, PidNamespace namespace) {

    private static final Gap NO_RECORD = new Gap(
            Reason.PID_NOT_VISIBLE,
            "the driver's accounting has no record of the process; it has one of those that start after nvidia-smi -am 1");

    private static final Gap UNRECORDED = new Gap(Reason.DISABLED, Mode.ACCOUNTING.weakness());

    static Session open(Machine machine) throws Refusal {
        Library library = new LibraryLookup(machine).load();
        try {
            return open(library, machine);
        } catch (NvmlError e) {
            throw e.refusal();
        }
    }

    private static Session open(Library library, Machine machine) throws NvmlError, Refusal {
        library.call("nvmlInit_v2");
        CudaProcesses processes = machine.processes();
        DriverVersion driver = new DriverVersion(library.text("nvmlSystemGetDriverVersion"));
        Enumeration found = Enumeration.of(library, machine.hostMemory());
        if (found.devices().isEmpty()) {
            throw noDevice(found.failures());
        }
        return new Session(
                found.devices(),
                found.failures(),
                new Accounting(library, processes),
                new PidNamespace(processes, driver));
    }

    private static Refusal noDevice(List<NvmlError> failures) {
        return failures.isEmpty()
                ? new Refusal(
                        Reason.NO_DRIVER,
                        "NVML lists no GPU; see nvidia-smi -L, and NVIDIA_VISIBLE_DEVICES in a container")
                : failures.get(0).refusal();
    }

    List<Gpu> gpus() {
        return devices.stream().map(Device::gpu).toList();
    }

    Map<String, Allocations> allocations(Set<Long> pids) {
        Map<String, Allocations> allocations = new LinkedHashMap<>();
        Map<String, Map<Long, Reading>> lists = new LinkedHashMap<>();
        for (Device device : devices) {
            try {
                lists.put(device.id(), device.holders());
            } catch (NvmlError e) {
                allocations.put(device.id(), Allocations.unreadable(e.gap()));
            }
        }
        namespace.ledgers(lists, pids).forEach((gpu, ledger) -> allocations.put(gpu, Allocations.of(ledger)));
        return allocations;
    }

    Map<String, Reading> used() {
        Map<String, Reading> used = new LinkedHashMap<>();
        devices.forEach(device -> used.put(device.id(), device.used()));
        return used;
    }

    /** Of a process without a record nothing is known: accounting may have been switched on after it took memory. */
    Map<String, ProcessAccounting> peaks(Set<Long> pids) {
        Map<String, ProcessAccounting> peaks = new LinkedHashMap<>();
        for (Device device : devices) {
            if (Mode.ACCOUNTING.isOff(device)) {
                peaks.put(device.id(), ProcessAccounting.unreadable(UNRECORDED));
            } else if (namespace.isTrusted() && Mode.ACCOUNTING.isOn(device).isPresent()) {
                peaks.put(device.id(), peaks(device, pids));
            }
        }
        return peaks;
    }

    private ProcessAccounting peaks(Device device, Set<Long> pids) {
        try {
            return ProcessAccounting.partial(accounting.peaks(device, pids), NO_RECORD);
        } catch (NvmlError e) {
            return ProcessAccounting.unreadable(e.gap());
        }
    }

    List<String> weaknesses() {
        return Stream.concat(
                        failures.stream().map(failure -> "a GPU is left out: " + failure.getMessage()),
                        Stream.of(Mode.PERSISTENCE.weakness())
                                .filter(weakness -> devices.stream().anyMatch(Mode.PERSISTENCE::isOff)))
                .toList();
    }
}
