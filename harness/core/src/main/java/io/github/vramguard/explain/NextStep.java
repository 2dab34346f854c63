package io.github.vramguard.explain;

import io.github.vramguard.memory.Origin.Quality;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.Trace;
import io.github.vramguard.verdict.PoolVerdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a user can do next about a pool. */
final class NextStep {

    private NextStep() {}

    static List<String> of(Trace trace, PoolVerdict leak) {
        Pool pool = leak.pool();
        List<String> next = new ArrayList<>();
        if (!leak.stranded().isEmpty()) {
            next.add("end a process that holds GPU memory by its own shutdown, not by SIGKILL; if this lasts, fuser -v"
                    + " /dev/nvidia* or /dev/dri/* names who still has the device open");
        } else if (leak.orphans().isEmpty()) {
            next.add(step(pool));
        } else {
            next.add("unload models before their server is stopped, or start it with an init that ends its children:"
                    + " docker run --init, systemd-run --scope");
            next.add("kill "
                    + leak.orphans().stream()
                            .map(orphan -> Long.toString(orphan.pid()))
                            .collect(Collectors.joining(" "))
                    + " gives the memory back now");
        }
        next.addAll(ServerAdvice.of(trace.programs(), pool));
        if (pool.equals(Pool.NATIVE) && trace.quality(pool).equals(Optional.of(Quality.MIXED))) {
            next.add("-XX:NativeMemoryTracking=summary takes the JVM's own memory out of the reading");
        }
        return next;
    }

    /** The process is gone when a person reads this, so that it is named by a placeholder: the next run has another id. */
    private static String step(Pool pool) {
        return switch (pool.name()) {
            case "heap" -> "jcmd PID GC.class_histogram, twice while the test runs again, shows the class that grows";
            case "direct" -> "release the buffers, or drop the last reference to them";
            case "metaspace" -> "jcmd PID VM.classloaders, while the test runs again, shows the loaders that stay";
            case "native", "untouched" -> "async-profiler with event=nativemem names the allocating call";
            case "threads" -> "jcmd PID Thread.print, while the test runs again, names the threads that stay";
            case "files" -> "ls -l /proc/PID/fd, while the test runs again, names the files that stay open";
            case "children" ->
                "pgrep --parent PID --list-full, while the test runs again, names the process that stays";
            case "resident", "descendants" ->
                "/proc/PID/smaps, twice while the test runs again, shows the mapping that grows";
            case "container" -> "docker top, or cgroup.procs of its group, names its processes; watch them one by one";
            default -> "close the model, its sessions and contexts on every path, also when the use of it fails";
        };
    }
}
