package io.github.vramguard.source.drm;

import io.github.vramguard.memory.Reading.Gap;
import io.github.vramguard.memory.Reading.Reason;
import io.github.vramguard.source.linux.KernelIds;
import io.github.vramguard.source.linux.Processes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Looks into the processes of this machine, or of the container that this is. */
final class Scanner {

    private final Path proc;

    private final Processes running;

    Scanner(Path proc) {
        this.proc = proc;
        this.running = new Processes(proc);
    }

    /** Whether the ids of processes are those that the kernel itself uses. */
    boolean haveKernelIds() {
        return KernelIds.areIn(proc);
    }

    /** Looks into some processes. */
    Scan some(Set<Long> pids, OpenDevices files) {
        return new Scan(
                look(pids, files),
                Optional.of(new Gap(Reason.PID_NOT_VISIBLE, "only the processes asked for were looked into")));
    }

    /** Looks into all processes. */
    Scan all(OpenDevices files) {
        SortedMap<Long, Opened> processes = look(running.all(), files);
        return new Scan(processes, unseen(processes));
    }

    private static SortedMap<Long, Opened> look(Set<Long> pids, OpenDevices files) {
        SortedMap<Long, Opened> processes = new TreeMap<>();
        pids.forEach(pid -> processes.put(pid, files.of(pid)));
        return Opened.once(processes);
    }

    private Optional<Gap> unseen(SortedMap<Long, Opened> processes) {
        if (!haveKernelIds()) {
            return Optional.of(new Gap(
                    Reason.NAMESPACE_UNTRUSTED,
                    "processes outside this container cannot be seen; run with --pid=host, or hostPID: true"));
        }
        if (!Files.exists(proc.resolve("1"))) {
            return Optional.of(new Gap(
                    Reason.NO_PERMISSION, "processes of other users cannot be seen; mount /proc without hidepid"));
        }
        return processes.values().stream()
                .flatMap(opened -> opened.obstacle().stream())
                .findFirst();
    }
}
