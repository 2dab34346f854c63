package io.github.vramguard.source.gpu;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The branch of the driver of a GPU. Within a branch, contexts take the same memory; from one to the next they may not. */
final class DriverBranch {

    private static final Path NVIDIA = Path.of("/sys/module/nvidia/version");

    private DriverBranch() {}

    /** The product with its branch: {@code NVIDIA H200 (driver 570)}, {@code AMD GPU (Linux 6.8)}. */
    static String with(Gpu gpu) {
        return with(gpu, NVIDIA, System.getProperty("os.version"));
    }

    static String with(Gpu gpu, Path nvidia, String kernel) {
        return gpu.name() + " (" + (gpu.name().contains("NVIDIA") ? ofNvidia(nvidia) : "Linux " + majorMinor(kernel))
                + ")";
    }

    private static String ofNvidia(Path version) {
        try {
            return "driver " + Files.readString(version).strip().split("\\.", 2)[0];
        } catch (IOException unknown) {
            return "driver of unknown version";
        }
    }

    private static String majorMinor(String kernel) {
        String[] parts = kernel.split("[.-]", 3);
        return parts.length < 2 ? kernel : parts[0] + "." + parts[1];
    }
}
