package io.github.vramguard.source.nvidia;

import io.github.vramguard.memory.Reading.Reason;
import io.github.vramguard.source.gpu.Refusal;
import java.util.List;

/**
 * NVML after its start. It is never shut down, because other code in this process may use it, too.
 *
 * @param devices GPUs and MIG devices, by PCI address; at least one
 * @param failures those that could not be opened
 * @param accounting the record of peaks
 * @param namespace whose process ids the driver gives
 */
record Session(List<Device> devices, List<NvmlError> failures, Accounting accounting, PidNamespace namespace) {

    static Session open(Machine machine) throws Refusal {
        try {
            return open(new LibraryLookup(machine).load(), machine);
        } catch (NvmlError e) {
            throw machine.orAbsence(e.refusal());
        } catch (Refusal e) {
            throw machine.orAbsence(e);
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
}
