package io.github.vramguard.source.nvidia;

import com.sun.jna.NativeLibrary;
import io.github.vramguard.memory.Reading.Gap;
import io.github.vramguard.memory.Reading.Reason;
import io.github.vramguard.source.gpu.Refusal;
import io.github.vramguard.source.linux.NativeCalls;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds NVML and loads it into this process. */
final class LibraryLookup {

    /** Development packages install a library there for linking, which fails at every call. */
    private static final String STUBS = "/stubs/";

    /** {@code RTLD_NOW} of dlfcn.h, without {@code RTLD_GLOBAL}: no other code shall be bound to these symbols. */
    private static final Map<String, Object> OPTIONS = Map.of(com.sun.jna.Library.OPTION_OPEN_FLAGS, 2);

    private static final List<String> MANDATORY = List.of(
            "nvmlInit_v2",
            "nvmlSystemGetDriverVersion",
            "nvmlDeviceGetCount_v2",
            "nvmlDeviceGetHandleByIndex_v2",
            "nvmlDeviceGetHandleByUUID",
            "nvmlDeviceGetUUID",
            "nvmlDeviceGetName",
            "nvmlDeviceGetMemoryInfo");

    private final Machine machine;

    LibraryLookup(Machine machine) {
        this.machine = machine;
    }

    Library load() throws Refusal {
        refuseWsl();
        Optional<Gap> obstacle = NativeCalls.obstacle();
        if (obstacle.isPresent()) {
            throw new Refusal(obstacle.get().reason(), obstacle.get().detail() + "; nvidia-smi is asked instead");
        }
        Library library = machine.libraries().stream()
                .flatMap(name -> open(name).stream())
                .findFirst()
                .orElseThrow(this::missing);
        refuseWithoutGpu(library);
        Optional<String> lacking =
                MANDATORY.stream().filter(function -> !library.has(function)).findFirst();
        if (lacking.isPresent()) {
            throw new Refusal(Reason.ABI_MISMATCH, "NVML has no " + lacking.get() + "; update the driver");
        }
        return library;
    }

    /** There it has crashed the process that loaded it. */
    private void refuseWsl() throws Refusal {
        Optional<String> trace = machine.traceOfWsl();
        if (trace.isPresent()) {
            throw new Refusal(
                    Reason.NOT_SUPPORTED,
                    "NVML is not loaded under WSL (" + trace.get()
                            + "), where it can crash this JVM; nvidia-smi is asked instead");
        }
    }

    /** Started by root, the library of an installed package makes devices that no driver serves. */
    private void refuseWithoutGpu(Library library) throws Refusal {
        Optional<String> file = library.fileOf("nvmlInit_v2");
        boolean isInstalled = file.filter(machine::isInstalled).isPresent();
        if (isInstalled && machine.traceOfGpu().isEmpty()) {
            throw Machine.absence(file.get() + " is installed, and not started");
        }
    }

    private static Optional<Library> open(String name) {
        if (name.contains(STUBS)) {
            return Optional.empty();
        }
        try {
            Library library = new Library(NativeLibrary.getInstance(name, OPTIONS));
            return library.fileOf("nvmlInit_v2")
                            .filter(file -> file.contains(STUBS))
                            .isPresent()
                    ? Optional.empty()
                    : Optional.of(library);
        } catch (UnsatisfiedLinkError e) {
            return Optional.empty();
        }
    }

    private Refusal missing() {
        String tried = "NVML was not found (tried " + String.join(", ", machine.libraries()) + ")";
        return machine.traceOfGpu()
                .map(trace -> new Refusal(
                        Reason.LIBRARY_MISSING,
                        tried + ", but " + trace + " is there; install the driver's libraries, or give a container the"
                                + " capability utility (NVIDIA_DRIVER_CAPABILITIES=compute,utility)"))
                .orElseGet(() -> Machine.absence(tried));
    }
}
