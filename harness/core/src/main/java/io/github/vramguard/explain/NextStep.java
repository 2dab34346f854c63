package io.github.vramguard.explain;

import io.github.vramguard.memory.Origin.Quality;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.Reading;
import io.github.vramguard.memory.Trace;
import io.github.vramguard.verdict.PoolVerdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a user can do next about a pool that leaks. */
final class NextStep {

    private NextStep() {}

    static List<String> of(Trace trace, PoolVerdict leak) {
        Pool pool = leak.pool();
        List<String> next = new ArrayList<>();
        if (!leak.stranded().isEmpty()) {
            next.add("shut a process that holds GPU memory down, do not SIGKILL it; if this persists, fuser -v"
                    + " /dev/nvidia* or /dev/dri/* lists the processes that have the device open");
        } else if (leak.orphans().isEmpty()) {
            next.add(pool.nextStep());
        } else {
            next.add("unload models before their server is stopped, or start it with an init that ends its children:"
                    + " docker run --init, systemd-run --scope");
            next.add("kill "
                    + leak.orphans().stream()
                            .map(orphan -> Long.toString(orphan.pid()))
                            .collect(Collectors.joining(" "))
                    + " releases the memory now");
        }
        if (pool.equals(Pool.DIRECT) && leak.readings().stream().anyMatch(NextStep::isOfNetty)) {
            next.add("-Dio.netty.leakDetection.level=paranoid logs where a buffer of Netty was last used");
        }
        next.addAll(ServersAdvice.onGrowth(pool, trace.programs()));
        if (pool.equals(Pool.NATIVE) && trace.quality(pool).equals(Optional.of(Quality.MIXED))) {
            next.add("-XX:NativeMemoryTracking=summary excludes the JVM's own memory from the reading");
        }
        return next;
    }

    private static boolean isOfNetty(Reading reading) {
        return reading instanceof Reading.AllocatedBytes allocated
                && allocated.counted().stream().anyMatch(name -> name.contains("Netty"));
    }
}
