package io.github.vramguard.source.nvidia;

import io.github.vramguard.memory.Reading.Reason;
import io.github.vramguard.source.gpu.Refusal;
import io.github.vramguard.source.linux.MemInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Where a machine shows NVIDIA's driver.
 *
 * @param proc {@code /proc}
 * @param dev {@code /dev}
 * @param wsl where Windows puts the libraries of its driver for Linux
 * @param libraries names or paths of NVML, in the order to try them
 */
record Machine(Path proc, Path dev, Path wsl, List<String> libraries) {

    private static final String NVML = "libnvidia-ml.so.1";

    /** The second name is that of development packages; the directories are those of GKE, of the GPU operator and of NixOS. */
    private static final List<String> LIBRARIES = List.of(
            NVML,
            "libnvidia-ml.so",
            "/usr/lib/x86_64-linux-gnu/" + NVML,
            "/usr/lib/aarch64-linux-gnu/" + NVML,
            "/usr/lib64/" + NVML,
            "/usr/local/nvidia/lib64/" + NVML,
            "/run/nvidia/driver/usr/lib/x86_64-linux-gnu/" + NVML,
            "/run/nvidia/driver/usr/lib/aarch64-linux-gnu/" + NVML,
            "/run/nvidia/driver/usr/lib64/" + NVML,
            "/run/opengl-driver/lib/" + NVML);

    private static final String NVIDIA = "0x10de";
    private static final Set<Reason> WITHOUT_DRIVER = EnumSet.of(Reason.NO_DRIVER, Reason.LIBRARY_MISSING);

    static Machine local() {
        return in(Path.of("/"));
    }

    static Machine in(Path root) {
        return new Machine(root.resolve("proc"), root.resolve("dev"), root.resolve("usr/lib/wsl/lib"), LIBRARIES);
    }

    CudaProcesses processes() {
        return CudaProcesses.in(proc);
    }

    /** What shows that Windows runs this Linux, if it does. */
    Optional<String> traceOfWsl() {
        return Stream.of(dev.resolve("dxg"), wsl)
                .filter(Files::exists)
                .map(Path::toString)
                .findFirst()
                .or(() -> text("version")
                        .filter(version -> version.toLowerCase(Locale.ROOT).contains("microsoft"))
                        .map(version -> "Microsoft's kernel"));
    }

    /**
     * What shows that there is a GPU of NVIDIA, or its kernel module, if there is. {@code /dev/nvidiactl} shows nothing: the
     * library makes it when root starts it, also where there is no driver.
     */
    Optional<Path> traceOfGpu() {
        return Stream.of(proc.resolve("driver/nvidia"), dev.resolve("nvidia0"))
                .filter(Files::exists)
                .findFirst()
                .or(() -> PciDevices.in(directory("sys")).displayOf(NVIDIA));
    }

    /** Whether a file belongs to what is installed, and not to what someone put elsewhere for this process to use. */
    boolean isInstalled(String file) {
        return Stream.of("usr", "lib", "lib64", "opt", "run")
                .map(this::directory)
                .anyMatch(Path.of(file)::startsWith);
    }

    private Path directory(String name) {
        return proc.resolveSibling(name);
    }

    /** The same refusal, or where this machine has no GPU of NVIDIA, that one: nothing is missed there. */
    Refusal orAbsence(Refusal refusal) {
        boolean isOfTheDriver = WITHOUT_DRIVER.contains(refusal.gap().reason());
        return isOfTheDriver && traceOfGpu().isEmpty() && traceOfWsl().isEmpty()
                ? absence(refusal.gap().detail())
                : refusal;
    }

    /** That there is no GPU, and what else was seen. */
    static Refusal absence(String observation) {
        return new Refusal(
                Reason.NOT_PRESENT,
                "no NVIDIA GPU, which /proc/driver/nvidia or a PCI device of vendor 10de would show: " + observation);
    }

    /** Returns the bytes of memory of the host. */
    OptionalLong hostMemory() {
        try {
            return MemInfo.read(proc).total();
        } catch (IOException unknown) {
            return OptionalLong.empty();
        }
    }

    /** Returns the branch of the driver, by its kernel module. */
    String driverBranch() {
        try {
            Path version = directory("sys/module/nvidia/version");
            return "driver " + Files.readString(version).strip().split("\\.", 2)[0];
        } catch (IOException unknown) {
            return "driver of unknown version";
        }
    }

    private Optional<String> text(String name) {
        try {
            return Optional.of(Files.readString(proc.resolve(name)));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
