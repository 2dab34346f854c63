package io.github.vramguard.source.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vramguard.Targets;
import io.github.vramguard.memory.MemoryTarget;
import io.github.vramguard.memory.Origin;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.Reading;
import io.github.vramguard.source.ForkedJvm;
import io.github.vramguard.source.Sources;
import java.io.IOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.ref.Reference;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("alone")
class ManagementBeansSourceTests {

    private static final MemoryTarget SELF = Targets.thisJvm();
    private static final int BLOCK = 8 << 20;

    private final ManagementBeansSource source = new ManagementBeansSource();

    private long level(Pool pool) {
        assertThat(source.reclaim(SELF)).isEmpty();
        return now(pool);
    }

    private long now(Pool pool) {
        return source.read(SELF).get(pool).amount().orElseThrow();
    }

    @Test
    void liveObjectsMoveTheHeapAndNothingElse() {
        long heap = level(Pool.HEAP);
        long direct = now(Pool.DIRECT);
        byte[][] held = new byte[BLOCK >> 16][1 << 16];
        assertThat(level(Pool.HEAP) - heap).isBetween((long) BLOCK, BLOCK + (1L << 20));
        assertThat(now(Pool.DIRECT)).isEqualTo(direct);
        Reference.reachabilityFence(held);
    }

    @Test
    void garbageDoesNotMoveTheHeap() {
        long heap = level(Pool.HEAP);
        for (int i = 0; i < 64; i++) {
            assertThat(new byte[1 << 20]).hasSize(1 << 20);
        }
        assertThat(level(Pool.HEAP) - heap).isLessThan(1 << 20);
    }

    @Test
    void theHeapHoldsStillUntilTheNextCollection() {
        long heap = level(Pool.HEAP);
        byte[] held = new byte[BLOCK];
        assertThat(now(Pool.HEAP)).isEqualTo(heap);
        Reference.reachabilityFence(held);
    }

    @Test
    void readingCollectsNothing() {
        source.read(SELF);
        long collections = collections();
        for (int i = 0; i < 20; i++) {
            source.read(SELF);
        }
        assertThat(collections()).isEqualTo(collections);
        source.reclaim(SELF);
        assertThat(collections()).isGreaterThan(collections);
    }

    private static long collections() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream()
                .mapToLong(GarbageCollectorMXBean::getCollectionCount)
                .sum();
    }

    @Test
    void aDirectBufferMovesDirectAndComesBack() {
        long before = level(Pool.DIRECT);
        ByteBuffer buffer = ByteBuffer.allocateDirect(BLOCK);
        assertThat(level(Pool.DIRECT) - before).isEqualTo(BLOCK);
        Reference.reachabilityFence(buffer);
        buffer = null;
        assertThat(level(Pool.DIRECT)).isEqualTo(before);
    }

    @Test
    void classesMoveMetaspaceAndGoWithTheirLoaders() throws IOException {
        Twin.load();
        long before = level(Pool.METASPACE);
        List<Object> loaded = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            loaded.add(Twin.load());
        }
        long grown = level(Pool.METASPACE) - before;
        assertThat(grown).isGreaterThan(500 * 1024);
        loaded.clear();
        assertThat(level(Pool.METASPACE) - before).isLessThan(grown / 4);
    }

    @Test
    void metaspaceComesWithTheNumberOfLoadedClasses() throws IOException {
        Twin.load();
        source.reclaim(SELF);
        long before = classes();
        List<Object> loaded = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            loaded.add(Twin.load());
        }
        source.reclaim(SELF);
        assertThat(classes() - before).isBetween(500L, 550L);
        loaded.clear();
        source.reclaim(SELF);
        assertThat(classes() - before).isLessThan(50);
    }

    private long classes() {
        return ((Reading.ClassBytes) source.read(SELF).get(Pool.METASPACE)).classes();
    }

    @Test
    void poolsThatEndSayWhere() {
        assertThat(source.origins(SELF).get(Pool.HEAP))
                .isEqualTo(Origin.exact("management beans")
                        .endingAt(Runtime.getRuntime().maxMemory()));
    }

    /** Prints where the limited pools end. */
    static final class PrintsCapacities {
        public static void main(String[] args) {
            new ManagementBeansSource()
                    .origins(SELF)
                    .forEach((pool, origin) -> System.out.println(pool + " " + origin.capacity()));
        }
    }

    @Test
    void limitsOfTheCommandLineAreCapacities() {
        assertThat(ForkedJvm.of(PrintsCapacities.class, "-Xmx64m", "-XX:+UseSerialGC")
                        .run())
                .contains("direct OptionalLong[" + maxMemory("-Xmx64m") + "]", "metaspace OptionalLong.empty");
        assertThat(ForkedJvm.of(PrintsCapacities.class, "-XX:MaxDirectMemorySize=8m", "-XX:MaxMetaspaceSize=64m")
                        .run())
                .contains("direct OptionalLong[8388608]", "metaspace OptionalLong[67108864]");
    }

    private static long maxMemory(String limit) {
        return Long.parseLong(ForkedJvm.of(PrintsMaxMemory.class, limit, "-XX:+UseSerialGC")
                .run()
                .get(0));
    }

    /** Prints the limit of the heap, from which a survivor space is taken off in some collectors. */
    static final class PrintsMaxMemory {
        public static void main(String[] args) {
            System.out.println(Runtime.getRuntime().maxMemory());
        }
    }

    /** Prints the gaps of a collection that could not be confirmed. */
    static final class PrintsGaps {
        public static void main(String[] args) {
            Sources sources = Sources.of(SELF, Set.of("jvm"));
            sources.reclaim(SELF).forEach((pool, gap) -> System.out.println(pool + " " + gap.reason()));
            Reading heap = sources.read(SELF).get(Pool.HEAP);
            System.out.println("then " + (heap instanceof Reading.Gap));
        }
    }

    @Test
    void withoutAConfirmedCollectionThereIsNoHeapToSpeakOf() {
        assertThat(ForkedJvm.of(PrintsGaps.class, "-Xmx64m", "-XX:+UnlockExperimentalVMOptions", "-XX:+UseEpsilonGC")
                        .run())
                .contains("heap GC_UNCONFIRMED", "direct GC_UNCONFIRMED", "metaspace GC_UNCONFIRMED", "then true");
        assertThat(ForkedJvm.of(PrintsGaps.class, "-Xmx64m").run()).containsExactly("then false");
    }
}
