package io.github.vramguard.source.jvm;

import io.github.vramguard.memory.MemoryTarget;
import io.github.vramguard.memory.Origin;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.Reading;
import io.github.vramguard.memory.Reading.ClassBytes;
import io.github.vramguard.memory.Reading.Gap;
import io.github.vramguard.memory.Reading.Reason;
import io.github.vramguard.memory.Use;
import io.github.vramguard.source.spi.MemorySource;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryUsage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * What the JVM manages itself. The heap is the level after the last confirmed collection, until the next one: what was
 * allocated since may be garbage.
 */
public final class ManagementBeansSource implements MemorySource {

    public static final String NAME = "jvm";

    private final FullGc fullGc = new FullGc();
    private final NettyPool netty = new NettyPool();
    private Optional<Reading> heapAfterCollection = Optional.empty();

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Map<Pool, Origin> origins(MemoryTarget target) {
        if (!(target instanceof MemoryTarget.ThisJvm)) {
            return Map.of();
        }
        return Map.of(
                Pool.HEAP, ending(Origin.exact(FullGc.origin()), heap().getMax()),
                Pool.DIRECT, ending(Origin.exact("management beans"), DirectBuffers.max()),
                Pool.METASPACE,
                        ending(
                                Origin.exact("management beans"),
                                metaspace().map(MemoryUsage::getMax).orElse(-1L)));
    }

    private static Origin ending(Origin origin, long bytes) {
        return bytes > 0 ? origin.endingAt(bytes) : origin;
    }

    @Override
    public Map<Pool, Reading> read(MemoryTarget target) {
        Optional<Reading> metaspace = metaspace().map(usage -> new ClassBytes(usage.getUsed(), loadedClasses()));
        return Map.of(
                Pool.HEAP, heapAfterCollection.orElseGet(() -> Reading.of(Pool.HEAP, heap().getUsed())),
                Pool.DIRECT, netty.in(reading(Pool.DIRECT, DirectBuffers.used())),
                Pool.METASPACE, metaspace.orElseGet(() -> noBean(Pool.METASPACE)));
    }

    private static Reading reading(Pool pool, OptionalLong bytes) {
        return bytes.isPresent() ? Reading.of(pool, bytes.getAsLong()) : noBean(pool);
    }

    private static Gap noBean(Pool pool) {
        return new Gap(Reason.NOT_SUPPORTED, "this JVM has no management bean for " + pool + "; HotSpot has");
    }

    @Override
    public Map<Pool, Gap> reclaim(MemoryTarget target) {
        netty.look();
        FullGc.Result result = fullGc.collect();
        if (result instanceof FullGc.Result.Confirmed confirmed) {
            heapAfterCollection = Optional.of(Reading.of(Pool.HEAP, confirmed.heap()));
            return Map.of();
        }
        Gap gap = new Gap(Reason.GC_UNCONFIRMED, ((FullGc.Result.Unconfirmed) result).detail());
        heapAfterCollection = Optional.of(gap);
        return Map.of(Pool.HEAP, gap, Pool.DIRECT, gap, Pool.METASPACE, gap);
    }

    private static MemoryUsage heap() {
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
    }

    private static Optional<MemoryUsage> metaspace() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getName().equals("Metaspace"))
                .map(MemoryPoolMXBean::getUsage)
                .findFirst();
    }

    private static long loadedClasses() {
        return ManagementFactory.getClassLoadingMXBean().getLoadedClassCount();
    }

    @Override
    public List<Use> uses(MemoryTarget target) {
        return target instanceof MemoryTarget.ThisJvm
                ? List.of(Use.classes(ManagementFactory.getClassLoadingMXBean().getTotalLoadedClassCount()))
                : List.of();
    }

    @Override
    public List<String> weaknesses(MemoryTarget target) {
        return Stream.of(FullGc.weakness(), SoftReferences.weakness(), JnaFinalizer.weakness())
                .flatMap(Optional::stream)
                .toList();
    }
}
