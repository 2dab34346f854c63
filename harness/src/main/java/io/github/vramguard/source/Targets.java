package io.github.vramguard.source;

import io.github.vramguard.memory.MemoryTarget;
import java.util.List;

/** Whose memory can be measured on this machine. */
public final class Targets {

    private Targets() {}

    /**
     * This JVM as a target.
     *
     * @return the target
     */
    public static MemoryTarget thisJvm() {
        return new MemoryTarget.ThisJvm(ProcessHandle.current().pid());
    }

    /**
     * Another process as a target.
     *
     * @param pid its id
     * @return the target
     * @throws IllegalArgumentException if no such process is running
     */
    public static MemoryTarget.OneProcess process(long pid) {
        return Processes.ofThisMachine()
                .find(pid)
                .orElseThrow(() -> new IllegalArgumentException("no process with the id " + pid + " is running"));
    }

    /**
     * Whether a process is still the one that it was.
     *
     * @param process the process
     * @return false once it has ended, also where another process has its id since
     */
    public static boolean isRunning(MemoryTarget.OneProcess process) {
        return Processes.ofThisMachine().isRunning(process);
    }

    /**
     * A process and its descendants as a target.
     *
     * @param pid the id of the process
     * @return the target
     * @throws IllegalArgumentException if no such process is running
     */
    public static MemoryTarget.ProcessTree tree(long pid) {
        return new MemoryTarget.ProcessTree(process(pid));
    }

    /**
     * A container that runs on this machine as a target.
     *
     * @param id its id, or at least the first 6 characters of it
     * @return the target
     * @throws IllegalArgumentException if none, or more than one, has such an id
     */
    public static MemoryTarget.Container container(String id) {
        return new MemoryTarget.Container(
                id, ControlGroup.ofContainer(id).directory().toString());
    }

    /**
     * The processes that hold memory of a GPU.
     *
     * @return those that a driver tells of; none where there is no GPU, or its driver does not tell processes apart
     */
    public static List<MemoryTarget.OneProcess> gpuHolders() {
        return GpuDrivers.ofThisMachine().holders();
    }
}
