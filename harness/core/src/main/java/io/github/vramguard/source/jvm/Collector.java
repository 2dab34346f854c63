package io.github.vramguard.source.jvm;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/** The collectors of HotSpot that collect the whole heap; Epsilon does not. */
enum Collector {
    SERIAL("MarkSweepCompact"),
    PARALLEL("PS MarkSweep"),
    G1("G1 Old Generation"),
    ZGC("ZGC Cycles"),
    GENERATIONAL_ZGC("ZGC Major Cycles"),
    SHENANDOAH("Shenandoah Cycles");

    /** The management bean that counts collections of the whole heap. */
    private final String bean;

    Collector(String bean) {
        this.bean = bean;
    }

    /** The collector of this JVM; empty if it never collects its whole heap, or is none of HotSpot. */
    static Optional<Collector> ofThisJvm() {
        return Arrays.stream(values())
                .filter(collector -> collector.beans().findAny().isPresent())
                .findFirst();
    }

    private Stream<GarbageCollectorMXBean> beans() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream()
                .filter(collector -> collector.getName().equals(bean));
    }

    long collections() {
        return beans().mapToLong(GarbageCollectorMXBean::getCollectionCount).sum();
    }

    /**
     * How many collections in a row it takes. The first finds what Cleaners hold, the last what they let go. The serial collector
     * leaves dead objects where they lie, up to a twentieth of the heap, but for every fourth time ({@code MarkSweepDeadRatio},
     * {@code MarkSweepAlwaysCompactCount}); with two collections its levels alternate by as much.
     */
    int collectionsInARow() {
        return this == SERIAL ? 4 : 2;
    }

    /**
     * Whether the bytes in use are those of whole pages, of 2 MiB and more in ZGC, and of garbage that arose while it collected.
     * Live objects must be counted then.
     */
    boolean accountsForPages() {
        return this == ZGC || this == GENERATIONAL_ZGC || this == SHENANDOAH;
    }

    /** Whether it may mark what an object with a finalizer reaches before it has found the object to be live. */
    boolean followsFinalizers() {
        return this == ZGC || this == GENERATIONAL_ZGC;
    }
}
