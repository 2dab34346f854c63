package io.github.vramguard.source.nvidia;

import com.sun.jna.Pointer;
import io.github.vramguard.memory.Reading;
import io.github.vramguard.memory.Reading.Bytes;
import io.github.vramguard.memory.Reading.Gap;
import io.github.vramguard.memory.Reading.Reason;
import io.github.vramguard.source.gpu.Gpu;
import io.github.vramguard.source.gpu.ProcessAccounting;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/** A GPU, or a part of one in MIG mode. */
final class Device {

    private static final Gap EMPTY = new Gap(
            Reason.NOT_AVAILABLE,
            "the driver lists no process, which proves nothing before it has listed an amount: the device has no memory of"
                    + " its own to compare with");

    private final Library library;
    private final ProcessLists lists;
    private final DeviceMemory memory;
    private final Gpu gpu;
    private final boolean sharesHostMemory;
    private final long limit;
    private Pointer handle;
    private boolean believed;
    private boolean isIdle;

    private Device(
            Library library,
            ProcessLists lists,
            DeviceMemory memory,
            Gpu gpu,
            boolean sharesHostMemory,
            long limit,
            Pointer handle) {
        this.library = library;
        this.lists = lists;
        this.memory = memory;
        this.gpu = gpu;
        this.sharesHostMemory = sharesHostMemory;
        this.limit = limit;
        this.handle = handle;
    }

    /** A device that has no memory of its own has that of the host. */
    static Device open(Library library, ProcessLists lists, Pointer handle, OptionalLong hostMemory) throws NvmlError {
        DeviceMemory memory = new DeviceMemory(library);
        String uuid = library.text("nvmlDeviceGetUUID", handle);
        String name = library.text("nvmlDeviceGetName", handle);
        OptionalLong own = OptionalLong.empty();
        boolean shares = false;
        try {
            own = memory.read(handle).capacity();
        } catch (NvmlError e) {
            shares = e.code() == ReturnCode.NOT_SUPPORTED;
        }
        OptionalLong capacity = shares ? hostMemory : own;
        long most = (own.isPresent() ? own : hostMemory).orElse(Long.MAX_VALUE / 2);
        return new Device(library, lists, memory, new Gpu(uuid, name, capacity), shares, most + most / 100, handle);
    }

    Gpu gpu() {
        return gpu;
    }

    String id() {
        return gpu.id();
    }

    /** What each process holds. */
    Map<Long, Reading> holders() throws NvmlError {
        Map<Long, Reading> holders = ask(device -> lists.read(device, limit));
        believed |= holders.values().stream().anyMatch(held -> held.amount().orElse(0) > 0);
        return holders;
    }

    /** Whether an empty list may be that of a driver that lists nothing: no other figure contradicts it. */
    boolean doubts(Map<Long, Reading> holders) {
        return sharesHostMemory && holders.isEmpty() && !believed;
    }

    /** What processes hold by a doubtful list: nothing if they do not use CUDA. */
    ProcessAccounting unlisted(CudaProcesses processes, Set<Long> pids) {
        Map<Long, Reading> idle =
                pids.stream().filter(processes::isIdle).collect(Collectors.toMap(pid -> pid, pid -> new Bytes(0)));
        isIdle = !pids.isEmpty() && idle.size() == pids.size();
        return ProcessAccounting.partial(idle, EMPTY);
    }

    /** What all processes hold together, where the driver has no amount for the device itself. */
    Reading used() {
        try {
            return sharesHostMemory
                    ? sum()
                    : reading(DeviceMemory.FUNCTION, ask(memory::read).used());
        } catch (NvmlError e) {
            return e.gap();
        }
    }

    private Reading sum() throws NvmlError {
        Map<Long, Reading> holders = holders();
        return doubts(holders) && !isIdle ? EMPTY : sum(holders);
    }

    /** Whether a mode of the driver is on for this device; empty if it cannot be. */
    Optional<Boolean> mode(String function) {
        try {
            return Optional.of(ask(device -> library.number(function, device)) == 1);
        } catch (NvmlError e) {
            return Optional.empty();
        }
    }

    private static Reading sum(Map<Long, Reading> holders) {
        return holders.values().stream()
                .filter(Gap.class::isInstance)
                .findFirst()
                .orElseGet(() -> new Bytes(holders.values().stream()
                        .mapToLong(reading -> reading.amount().orElse(0))
                        .sum()));
    }

    /** Returns an amount that a function returned for this device. */
    Reading reading(String function, long amount) throws NvmlError {
        if (amount != ProcessEntry.NOT_AVAILABLE && (amount < 0 || amount > limit)) {
            throw NvmlError.mismatch(function, Long.toUnsignedString(amount) + " bytes");
        }
        return ProcessEntry.reading(amount);
    }

    /** Asks, and once again if NVML was shut down meanwhile by someone else in this process. */
    <T> T ask(Question<T> question) throws NvmlError {
        try {
            return question.ask(handle);
        } catch (NvmlError e) {
            if (e.code() != ReturnCode.UNINITIALIZED) {
                throw e;
            }
        }
        library.call("nvmlInit_v2");
        handle = library.handle("nvmlDeviceGetHandleByUUID", gpu.id());
        return question.ask(handle);
    }

    /** A call of NVML. */
    interface Question<T> {

        T ask(Pointer device) throws NvmlError;
    }
}
