package io.github.vramguard.source.jvm;

import java.util.List;

/**
 * The threads that HotSpot, the JDK and the libraries below this one start and end by themselves, recognised by the first 15 bytes of
 * their names, which is all that the kernel stores. Seen on JDK 17 and 25 with each of their collectors. Those of
 * this library are among them.
 */
public final class HotSpotThreads {

    private static final List<String> NAMES = List.of(
            "C1 CompilerThre",
            "C2 CompilerThre",
            "Sweeper thread",
            "GC Thread#",
            "G1 Conc#",
            "G1 Main Marker",
            "G1 Refine#",
            "G1 Service",
            "Shenandoah GC T",
            "Shenandoah Cont",
            "Shenandoah Regu",
            "Shenandoah Unco",
            "ZDirector",
            "ZDriver",
            "ZStat",
            "ZUncommitter",
            "ZUnmapper",
            "ZWorker",
            "RuntimeWorker#",
            "StringDedupProc",
            "VM Thread",
            "VM Periodic Tas",
            "Service Thread",
            "Monitor Deflati",
            "Signal Dispatch",
            "Notification Th",
            "Attach Listener",
            "Reference Handl",
            "Finalizer",
            "Common-Cleaner",
            "process reaper",
            "JNA Cleaner",
            "ForkJoinPool.co",
            "Keep-Alive-Time",
            "vramguard-");

    private HotSpotThreads() {}

    public static boolean include(String comm) {
        return NAMES.stream().anyMatch(comm::startsWith);
    }

    /** Whether a thread optimizes methods, for which it takes megabytes. */
    public static boolean isOptimizer(String comm) {
        return comm.startsWith("C2 CompilerThre");
    }
}
