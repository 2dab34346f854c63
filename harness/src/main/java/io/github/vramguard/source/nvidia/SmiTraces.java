package io.github.vramguard.source.nvidia;

import io.github.vramguard.memory.Reading.Reason;
import io.github.vramguard.source.gpu.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a machine shows of NVIDIA GPUs without being asked through a driver. */
record SmiTraces(Path root) {

    private static final String INITIAL_NAMESPACE = "pid:[4026531836]";
    private static final Pattern TOTAL = Pattern.compile("(?m)^MemTotal:\\s+(\\d{1,14}) kB$");

    /** Why there is no program to ask. */
    Refusal withoutProgram() {
        boolean device = Stream.of("dev/nvidiactl", "dev/dxg", "proc/driver/nvidia")
                .map(root::resolve)
                .anyMatch(Files::exists);
        return device
                ? new Refusal(
                        Reason.LIBRARY_MISSING,
                        "there is a device, and no nvidia-smi on the PATH; install it with the driver, or set"
                                + " NVIDIA_DRIVER_CAPABILITIES=compute,utility for the container")
                : new Refusal(Reason.NOT_PRESENT, "no NVIDIA GPU, and no nvidia-smi");
    }

    /** Whether this is a Linux on Windows, where the driver tells nothing about processes. */
    boolean onWindows() {
        return Files.exists(root.resolve("dev/dxg"));
    }

    /** Whether the ids of processes here are those that the driver uses. */
    boolean hasKernelIds() {
        try {
            return Files.readSymbolicLink(root.resolve("proc/self/ns/pid"))
                    .toString()
                    .equals(INITIAL_NAMESPACE);
        } catch (IOException e) {
            return false;
        }
    }

    /** The memory of the host: the most that a device without memory of its own can have. */
    long hostMemory() {
        try {
            Matcher total = TOTAL.matcher(Files.readString(root.resolve("proc/meminfo")));
            return total.find() ? Long.parseLong(total.group(1)) * 1024 : Long.MAX_VALUE;
        } catch (IOException e) {
            return Long.MAX_VALUE;
        }
    }
}
