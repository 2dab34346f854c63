package io.github.vramguard.source.jvm;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Forces full collections and proves that they took place: the JVM is free to ignore every request. The proof is an
 * unreachable object that has died, together with an increased counter of whole-heap collections; a young
 * collection can cause the first, and a concurrent cycle, which retains what died during it, increments no such counter in G1.
 */
final class FullGc {

    /** Requests for a full collection, the cheapest first. */
    enum Request {
        /** Ignored with {@code -XX:+DisableExplicitGC}. */
        SYSTEM_GC,
        /** Ignored with that by Shenandoah only, but nowhere fuller than {@code System.gc()}. */
        GC_RUN,
        /** Counts live objects, which collectors that stop the world do by collecting. */
        CLASS_HISTOGRAM;

        void make() {
            switch (this) {
                case SYSTEM_GC -> System.gc();
                case GC_RUN -> DiagnosticCommand.run("gcRun");
                case CLASS_HISTOGRAM -> DiagnosticCommand.run("gcClassHistogram", new String[0]);
            }
        }
    }

    /** What came of it. */
    sealed interface Result {

        /** The request that worked, and the bytes of the heap that were in use after it. */
        record Confirmed(Request by, long heap) implements Result {}

        /** Why no collection could be proved, and what would help. */
        record Unconfirmed(String detail) implements Result {}
    }

    private static final Set<String> WHOLE_HEAP_COLLECTORS = Set.of(
            "MarkSweepCompact",
            "PS MarkSweep",
            "G1 Old Generation",
            "ZGC Cycles",
            "ZGC Major Cycles",
            "Shenandoah Cycles");

    /**
     * The serial collector leaves dead objects where they lie, up to a twentieth of the heap, but for every fourth time
     * ({@code MarkSweepDeadRatio}, {@code MarkSweepAlwaysCompactCount}); with two collections its levels alternate by as much.
     */
    private static final int COLLECTIONS = ManagementFactory.getGarbageCollectorMXBeans().stream()
                    .map(GarbageCollectorMXBean::getName)
                    .anyMatch("MarkSweepCompact"::equals)
            ? 4
            : 2;

    private static final List<String> OBSTACLES =
            List.of("UseEpsilonGC", "DisableExplicitGC", "ExplicitGCInvokesConcurrent");

    private Request first = Request.SYSTEM_GC;

    /** Collects, with the request that worked the last time before the ones that cost more. */
    Result collect() {
        for (Request request : EnumSet.range(first, Request.CLASS_HISTOGRAM)) {
            OptionalLong heap = collectAgain(request);
            if (heap.isPresent()) {
                first = request;
                return new Result.Confirmed(request, heap.getAsLong());
            }
        }
        return new Result.Unconfirmed(obstacle());
    }

    /** The first collection finds what Cleaners hold, the last what they let go. */
    private static OptionalLong collectAgain(Request request) {
        long before = wholeHeapCollections();
        Canary early = new Canary();
        request.make();
        early.awaitReport();
        long heap = heapAfterCollection();
        for (int more = COLLECTIONS - 2; more > 0; more--) {
            request.make();
            heap = Math.min(heap, heapAfterCollection());
        }
        Canary late = new Canary();
        request.make();
        late.awaitReport();
        boolean proved = late.isDead() && wholeHeapCollections() > before;
        return proved ? OptionalLong.of(Math.min(heap, heapAfterCollection())) : OptionalLong.empty();
    }

    private static long wholeHeapCollections() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream()
                .filter(collector -> WHOLE_HEAP_COLLECTORS.contains(collector.getName()))
                .mapToLong(GarbageCollectorMXBean::getCollectionCount)
                .sum();
    }

    /** What the collector itself counted when it ended, which has no garbage of later allocations in it. */
    private static long heapAfterCollection() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getCollectionUsage)
                .flatMap(Stream::ofNullable)
                .mapToLong(MemoryUsage::getUsed)
                .sum();
    }

    private static String obstacle() {
        return "no full collection could be confirmed after System.gc(), jcmd GC.run and jcmd GC.class_histogram; "
                + OBSTACLES.stream()
                        .filter(VmOptions::on)
                        .findFirst()
                        .map(flag -> "run without -XX:+" + flag)
                        .orElse("use a collector of HotSpot");
    }
}
