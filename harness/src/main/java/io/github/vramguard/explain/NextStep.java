package io.github.vramguard.explain;

import io.github.vramguard.memory.MemoryTarget.ThisJvm;
import io.github.vramguard.memory.Origin;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.Trace;
import java.util.ArrayList;
import java.util.List;

/** What a user can do next about a pool. */
final class NextStep {

    private NextStep() {}

    static List<String> of(Trace trace, Pool pool) {
        List<String> next = new ArrayList<>();
        next.add(step(pool, trace.target() instanceof ThisJvm jvm ? Long.toString(jvm.pid()) : "<pid>"));
        Origin origin = trace.origins().get(pool);
        if (pool.equals(Pool.NATIVE) && origin != null && origin.quality() == Origin.Quality.MIXED) {
            next.add("-XX:NativeMemoryTracking=summary takes the JVM's own memory out of the reading");
        }
        return next;
    }

    private static String step(Pool pool, String pid) {
        return switch (pool.name()) {
            case "heap" -> "jcmd " + pid + " GC.class_histogram after two cycles shows the class that grows";
            case "direct" -> "release the buffers, or drop the last reference to them";
            case "metaspace" -> "jcmd " + pid + " VM.classloaders shows the loaders that stay";
            case "native", "untouched" -> "async-profiler with event=nativemem names the allocating call";
            case "threads" ->
                "jcmd " + pid + " Thread.print names the Java threads that stay, /proc/" + pid
                        + "/task/*/comm the native ones";
            case "files" -> "ls -l /proc/" + pid + "/fd names the files that stay open";
            case "children" -> "pgrep --parent " + pid + " --list-full names the process that stays";
            case "resident" -> "diff /proc/" + pid + "/smaps of two cycles: it shows the mapping that grows";
            default -> "close the model, its sessions and contexts on every path, also when the use of it fails";
        };
    }
}
