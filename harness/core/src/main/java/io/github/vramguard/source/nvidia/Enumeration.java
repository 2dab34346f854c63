package io.github.vramguard.source.nvidia;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Finds the devices of a machine. In place of a GPU in MIG mode it has the parts that this GPU was divided into. */
final class Enumeration {

    private final Library library;
    private final ProcessLists lists;
    private final OptionalLong hostMemory;
    private final List<Device> devices = new ArrayList<>();
    private final List<NvmlError> failures = new ArrayList<>();

    private Enumeration(Library library, OptionalLong hostMemory) {
        this.library = library;
        this.hostMemory = hostMemory;
        lists = ProcessLists.of(library);
    }

    static Enumeration of(Library library, OptionalLong hostMemory) throws NvmlError {
        Enumeration found = new Enumeration(library, hostMemory);
        int count = library.number("nvmlDeviceGetCount_v2");
        for (int index = 0; index < count; index++) {
            found.addGpu(index);
        }
        return found;
    }

    List<Device> devices() {
        return List.copyOf(devices);
    }

    /** One for each device that is there and cannot be opened. */
    List<NvmlError> failures() {
        return List.copyOf(failures);
    }

    private void addGpu(int index) {
        try {
            Pointer gpu = library.handle("nvmlDeviceGetHandleByIndex_v2", index);
            if (isDivided(gpu)) {
                addParts(gpu);
            } else {
                devices.add(Device.open(library, lists, gpu, hostMemory));
            }
        } catch (NvmlError e) {
            failures.add(e);
        }
    }

    /** Most GPUs cannot be divided, and older drivers do not know that any can. */
    private boolean isDivided(Pointer gpu) {
        try (Memory pending = new Memory(Integer.BYTES);
                Memory current = new Memory(Integer.BYTES)) {
            library.call("nvmlDeviceGetMigMode", gpu, current, pending);
            return current.getInt(0) == 1;
        } catch (NvmlError e) {
            return false;
        }
    }

    private void addParts(Pointer gpu) throws NvmlError {
        int before = devices.size() + failures.size();
        int most = library.number("nvmlDeviceGetMaxMigDeviceCount", gpu);
        for (int index = 0; index < most; index++) {
            addPart(gpu, index);
        }
        if (devices.size() + failures.size() == before) {
            throw NvmlError.of("a GPU in MIG mode, asked for its parts,", ReturnCode.NOT_FOUND.code());
        }
    }

    /** The numbers of parts have gaps. */
    private void addPart(Pointer gpu, int index) {
        try {
            Pointer part = library.handle("nvmlDeviceGetMigDeviceHandleByIndex", gpu, index);
            devices.add(Device.open(library, lists, part, hostMemory));
        } catch (NvmlError e) {
            if (e.code() != ReturnCode.NOT_FOUND && e.code() != ReturnCode.INVALID_ARGUMENT) {
                failures.add(e);
            }
        }
    }
}
