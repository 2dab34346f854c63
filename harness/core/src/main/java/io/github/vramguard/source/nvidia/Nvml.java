package io.github.vramguard.source.nvidia;

import io.github.vramguard.memory.Reading;
import io.github.vramguard.memory.Reading.Gap;
import io.github.vramguard.memory.Reading.Reason;
import io.github.vramguard.source.gpu.Allocations;
import io.github.vramguard.source.gpu.Gpu;
import io.github.vramguard.source.gpu.GpuDriver;
import io.github.vramguard.source.gpu.ProcessAccounting;
import io.github.vramguard.source.gpu.Refusal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * NVIDIA's management library, loaded into this process. The amounts are those that the driver has reserved for each process
 * in device memory, touched or not, with the overhead of a context; managed memory (UVM) is not among them.
 *
 * <p>A list of processes takes a lock of the whole driver for some milliseconds, the memory in use some microseconds.
 */
public final class Nvml implements GpuDriver {

    private static final Gap NO_RECORD = new Gap(
            Reason.PID_NOT_VISIBLE,
            "the driver's accounting has no record of the process; it has one of those that start after nvidia-smi -am 1");

    private static final Gap UNRECORDED = new Gap(Reason.DISABLED, Mode.ACCOUNTING.weakness());

    private final Machine machine;
    private @Nullable Session session;

    Nvml(Machine machine) {
        this.machine = machine;
    }

    /**
     * The library of this machine. Nothing is loaded before the first question.
     *
     * @return the driver
     */
    public static Nvml ofThisMachine() {
        return new Nvml(Machine.local());
    }

    @Override
    public String name() {
        return "nvml";
    }

    @Override
    public String title() {
        return "NVML";
    }

    @Override
    public boolean allocationsDisturb() {
        return true;
    }

    @Override
    public List<Gpu> gpus() throws Refusal {
        return session().devices().stream().map(Device::gpu).toList();
    }

    private Session session() throws Refusal {
        Session opened = session;
        if (opened == null) {
            opened = Session.open(machine);
            session = opened;
        }
        return opened;
    }

    @Override
    public String branch() {
        return machine.driverBranch();
    }

    @Override
    public Map<String, Allocations> allocations(Set<Long> pids) {
        return opened().map(open -> allocations(open, machine.processes(), pids))
                .orElse(Map.of());
    }

    private static Map<String, Allocations> allocations(Session open, CudaProcesses processes, Set<Long> pids) {
        Map<String, Allocations> allocations = new LinkedHashMap<>();
        Map<String, Map<Long, Reading>> lists = new LinkedHashMap<>();
        for (Device device : open.devices()) {
            try {
                Map<Long, Reading> holders = device.holders();
                if (device.doubts(holders)) {
                    allocations.put(device.id(), Allocations.of(device.unlisted(processes, pids)));
                } else {
                    lists.put(device.id(), holders);
                }
            } catch (NvmlError e) {
                allocations.put(device.id(), Allocations.unreadable(e.gap()));
            }
        }
        open.namespace()
                .accountings(lists, pids)
                .forEach((gpu, accounting) -> allocations.put(gpu, Allocations.of(accounting)));
        return allocations;
    }

    @Override
    public Map<String, Reading> used() {
        Map<String, Reading> used = new LinkedHashMap<>();
        devices().forEach(device -> used.put(device.id(), device.used()));
        return used;
    }

    /** Nothing is known about a process without a record: accounting may have been switched on after it allocated memory. */
    @Override
    public Map<String, ProcessAccounting> peaks(Set<Long> pids) {
        Map<String, ProcessAccounting> peaks = new LinkedHashMap<>();
        opened().ifPresent(open -> open.devices().forEach(device -> {
            if (Mode.ACCOUNTING.isOff(device)) {
                peaks.put(device.id(), ProcessAccounting.unreadable(UNRECORDED));
            } else if (open.namespace().isTrusted()
                    && Mode.ACCOUNTING.isOn(device).isPresent()) {
                peaks.put(device.id(), peaks(open.accounting(), device, pids));
            }
        }));
        return peaks;
    }

    private static ProcessAccounting peaks(Accounting accounting, Device device, Set<Long> pids) {
        try {
            return ProcessAccounting.partial(accounting.peaks(device, pids), NO_RECORD);
        } catch (NvmlError e) {
            return ProcessAccounting.unreadable(e.gap());
        }
    }

    @Override
    public List<String> weaknesses() {
        List<String> weaknesses = new ArrayList<>();
        opened().ifPresent(open ->
                open.failures().forEach(failure -> weaknesses.add("a GPU is left out: " + failure.getMessage())));
        if (devices().stream().anyMatch(Mode.PERSISTENCE::isOff)) {
            weaknesses.add(Mode.PERSISTENCE.weakness());
        }
        return weaknesses;
    }

    private List<Device> devices() {
        return opened().map(Session::devices).orElse(List.of());
    }

    private Optional<Session> opened() {
        try {
            return Optional.of(session());
        } catch (Refusal e) {
            return Optional.empty();
        }
    }
}
