package io.github.vramguard.source.jvm;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
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

    private static final Optional<Collector> COLLECTOR = Collector.ofThisJvm();

    /** Beside much garbage, generational Shenandoah answers some requests without collecting the whole heap. */
    private static final int MOST_TRIES = 4;

    private static final String CONCURRENT = "ExplicitGCInvokesConcurrent";
    private static final List<String> OBSTACLES = List.of("UseEpsilonGC", "DisableExplicitGC");

    private Request first = Request.SYSTEM_GC;

    /** Collects, with the request that worked the last time before the ones that cost more. */
    Result collect() {
        return COLLECTOR
                .<Result>map(collector -> SoftReferences.clearedBy(() -> JnaFinalizer.marked(() -> collect(collector))))
                .orElseGet(() -> new Result.Unconfirmed(obstacle()));
    }

    private Result collect(Collector collector) {
        for (Request request : EnumSet.range(first, Request.CLASS_HISTOGRAM)) {
            OptionalLong heap = collectAgain(collector, request);
            if (heap.isPresent()) {
                first = request;
                return new Result.Confirmed(request, heap.getAsLong());
            }
        }
        return new Result.Unconfirmed(obstacle());
    }

    private static OptionalLong collectAgain(Collector collector, Request request) {
        long before = collector.collections();
        Canary early = new Canary();
        request.make();
        early.awaitReport();
        long used = usedAfterCollection();
        for (int more = collector.collectionsInARow() - 2; more > 0; more--) {
            request.make();
            used = Math.min(used, usedAfterCollection());
        }
        Canary late = new Canary();
        boolean proved = false;
        for (int tries = 0; tries < MOST_TRIES && !proved; tries++) {
            request.make();
            late.awaitReport();
            proved = late.isDead() && collector.collections() > before;
        }
        if (!proved) {
            return OptionalLong.empty();
        }
        return collector.accountsForPages()
                ? LiveObjects.bytes()
                : OptionalLong.of(Math.min(used, usedAfterCollection()));
    }

    /** What the collector itself counted when it ended, which has no garbage of later allocations in it. */
    private static long usedAfterCollection() {
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

    /** Where the bytes of the heap come from, for a person to read. */
    static String origin() {
        return COLLECTOR.filter(Collector::accountsForPages).isPresent() ? "class histogram" : "management beans";
    }

    /** What makes collecting slow. Shenandoah sets the same flag by itself, and its concurrent collections are whole ones. */
    static Optional<String> weakness() {
        return COLLECTOR.filter(Collector.G1::equals).isPresent() && VmOptions.on(CONCURRENT)
                ? Optional.of(
                        "each reading needs a class histogram to confirm a full collection, which is slow on a large"
                                + " heap; run without -XX:+" + CONCURRENT)
                : Optional.empty();
    }
}
