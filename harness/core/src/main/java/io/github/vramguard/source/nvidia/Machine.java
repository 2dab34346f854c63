package io.github.vramguard.source.nvidia;

import io.github.vramguard.source.linux.MemInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
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

    /** What shows that there is a device of NVIDIA, or its kernel module, if there is. */
    Optional<Path> traceOfDevice() {
        return Stream.of(dev.resolve("nvidiactl"), dev.resolve("nvidia0"), proc.resolve("driver/nvidia"))
                .filter(Files::exists)
                .findFirst();
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
            Path version = proc.resolveSibling("sys").resolve("module/nvidia/version");
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
