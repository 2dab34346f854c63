package io.github.vramguard.source.nvidia;

import io.github.vramguard.source.linux.KernelIds;
import io.github.vramguard.source.linux.Processes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * The processes of this PID namespace, as far as they use GPUs of NVIDIA.
 *
 * @param proc {@code /proc}
 * @param running the processes in it
 */
record CudaProcesses(Path proc, Processes running) {

    private static final Pattern BOOT = Pattern.compile("(?m)^btime (\\d{1,12})$");

    private static final long MICROS_PER_SECOND = 1_000_000;
    private static final long MICROS_PER_TICK = 10_000;

    static CudaProcesses in(Path proc) {
        return new CudaProcesses(proc, new Processes(proc));
    }

    /** Returns whether they are all processes of the machine, with the ids that the driver knows. */
    boolean areAllOfTheMachine() {
        return KernelIds.areIn(proc);
    }

    boolean exists(long pid) {
        return Files.exists(running.directoryOf(pid));
    }

    /** Returns whether a process has a device of the driver open; true also where that cannot be seen. */
    boolean mayUseAGpu(long pid) {
        return openFiles(pid)
                .map(files -> files.stream().anyMatch(file -> file.startsWith("/dev/nvidia")))
                .orElse(exists(pid));
    }

    /** Returns whether a process is seen to use CUDA. The other devices prove nothing for this process: NVML opens them, too. */
    boolean usesCuda(long pid) {
        return openFiles(pid).filter(files -> files.contains("/dev/nvidia-uvm")).isPresent();
    }

    /**
     * Returns whether a process is seen to use no GPU. This process has some of the devices open for NVML; without the one of CUDA
     * that shows nothing, and where there is no such device, nothing does.
     */
    boolean isIdle(long pid) {
        boolean isOurs = pid == ProcessHandle.current().pid();
        return Files.exists(proc.resolveSibling("dev/nvidia-uvm"))
                && openFiles(pid)
                        .map(files -> isOurs
                                ? !files.contains("/dev/nvidia-uvm")
                                : files.stream().noneMatch(file -> file.startsWith("/dev/nvidia")))
                        .orElse(!exists(pid));
    }

    private Optional<Collection<String>> openFiles(long pid) {
        try {
            return Optional.of(running.openFilesOf(pid).targets().values());
        } catch (IOException goneOrNotOurs) {
            return Optional.empty();
        }
    }

    /** Returns when a process began, in microseconds since 1970, to within a second. */
    OptionalLong startOf(long pid) {
        OptionalLong ticks = running.startOf(pid);
        OptionalLong boot = bootSeconds();
        return ticks.isPresent() && boot.isPresent()
                ? OptionalLong.of(boot.getAsLong() * MICROS_PER_SECOND + ticks.getAsLong() * MICROS_PER_TICK)
                : OptionalLong.empty();
    }

    private OptionalLong bootSeconds() {
        try {
            return BOOT.matcher(Files.readString(proc.resolve("stat")))
                    .results()
                    .mapToLong(line -> Long.parseLong(line.group(1)))
                    .findFirst();
        } catch (IOException unknown) {
            return OptionalLong.empty();
        }
    }
}
