package io.github.vramguard;

import io.github.vramguard.memory.MemoryTarget;
import io.github.vramguard.source.linux.ControlGroups;
import io.github.vramguard.source.linux.Listeners;
import io.github.vramguard.source.linux.OwnContainers;
import io.github.vramguard.source.linux.Processes;
import io.github.vramguard.source.spi.StartedContainers;
import io.github.vramguard.source.spi.TargetConverter;
import java.util.List;
import java.util.ServiceLoader;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Whose memory can be measured on this machine.
 *
 * @since 0.1.0
 */
@API(status = Status.MAINTAINED, since = "0.1.0")
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
     * The process that listens on a TCP port of this machine, with its descendants, as a target. Linux only.
     *
     * @param port the port of a server
     * @return the target
     * @throws IllegalArgumentException if no process is seen to listen there, several do, or one that only forwards the port
     *     to a container
     */
    public static MemoryTarget.ProcessTree listeningOn(int port) {
        return new MemoryTarget.ProcessTree(Listeners.ofThisMachine().on(port));
    }

    /**
     * A container that runs on this machine as a target.
     *
     * @param id its id, or at least the first 6 characters of it
     * @return the target
     * @throws IllegalArgumentException if none, or more than one, has such an id
     */
    public static MemoryTarget.Container container(String id) {
        return ControlGroups.ofThisMachine().container(id);
    }

    /**
     * A control group as a target, such as that of a systemd service or of a Kubernetes pod.
     *
     * @param path its directory, or its path as {@code /proc/PID/cgroup} and {@code systemctl show -p ControlGroup} give it,
     *     for instance {@code /system.slice/ollama.service}
     * @return the target
     * @throws IllegalArgumentException if there is no such group
     */
    public static MemoryTarget.Container cgroup(String path) {
        return new MemoryTarget.Container(
                "control group " + path,
                ControlGroups.ofThisMachine().at(path).directory().toString());
    }

    /**
     * Returns the default target: this JVM and its descendants, and the containers that it starts, if a provider on the
     * class path knows them, see {@link StartedContainers}.
     *
     * @return the target
     */
    public static MemoryTarget thisJvmAndWhatItStarts() {
        return OwnContainers.ofThisJvm().canBeListed()
                ? together(List.of(thisJvm(), new MemoryTarget.StartedContainers()))
                : thisJvm();
    }

    /**
     * Several targets as one.
     *
     * @param parts the targets
     * @return the only one, or one that has all parts
     * @throws IllegalArgumentException if there is none
     */
    public static MemoryTarget together(List<MemoryTarget> parts) {
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("there is no target to measure");
        }
        return parts.size() == 1 ? parts.get(0) : new MemoryTarget.Together(parts);
    }

    /**
     * The target that an object stands for.
     *
     * @param object a {@link MemoryTarget}; the id of a process as a {@link Number}, a {@link ProcessHandle} or a
     *     {@link Process}, each for the process with its descendants; a {@link LongSupplier} or {@link Supplier} of one of
     *     these, which is asked now; or what a {@link TargetConverter} knows, such as a container of Testcontainers
     * @return the target
     * @throws IllegalArgumentException if it stands for nothing that can be measured, or for what does not run
     */
    public static MemoryTarget of(Object object) {
        if (object instanceof MemoryTarget target) {
            return target;
        } else if (object instanceof Number pid) {
            return tree(pid.longValue());
        } else if (object instanceof ProcessHandle process) {
            return tree(process.pid());
        } else if (object instanceof Process process) {
            return tree(process.pid());
        } else if (object instanceof LongSupplier pid) {
            return tree(pid.getAsLong());
        } else if (object instanceof Supplier<?> supplier && supplier.get() != null) {
            return of(supplier.get());
        }
        return ServiceLoader.load(TargetConverter.class).stream()
                .flatMap(converter -> converter.get().convert(object).stream())
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException(object.getClass().getName()
                                + " cannot be measured; give a MemoryTarget, the id of a process, a ProcessHandle, a Process, a"
                                + " supplier of one of them, or a container of Testcontainers"));
    }
}
