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
            next.add(pool.nextStep());
        } else {
            next.add("unload models before their server is stopped, or start it with an init that ends its children:"
                    + " docker run --init, systemd-run --scope");
            next.add("kill "
                    + leak.orphans().stream()
                            .map(orphan -> Long.toString(orphan.pid()))
                            .collect(Collectors.joining(" "))
                    + " gives the memory back now");
        }
        next.addAll(ServersAdvice.onGrowth(pool, trace.programs()));
        if (pool.equals(Pool.NATIVE) && trace.quality(pool).equals(Optional.of(Quality.MIXED))) {
            next.add("-XX:NativeMemoryTracking=summary takes the JVM's own memory out of the reading");
        }
        return next;
    }
}
