package io.github.vramguard.source.jvm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.vramguard.source.ForkedJvm;
import java.lang.ref.Cleaner;
import java.lang.ref.Reference;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FullGcTests {

    private static final int BLOCK = 1 << 16;
    private static final int GRAPH = 40 << 20;

    /** Prints what confirmed a collection, and by how much the heap shrank when a graph of 40 MiB was dropped. The first collection loads classes. */
    static final class DropsAGraph {

        private static List<byte[]> graph = List.of();

        public static void main(String[] args) {
            FullGc gc = new FullGc();
            gc.collect();
            graph = IntStream.range(0, GRAPH / BLOCK)
                    .mapToObj(i -> new byte[BLOCK])
                    .toList();
            FullGc.Result held = gc.collect();
            graph = List.of();
            FullGc.Result dropped = gc.collect();
            if (held instanceof FullGc.Result.Confirmed before && dropped instanceof FullGc.Result.Confirmed after) {
                System.out.println("confirmed by " + after.by().name());
                System.out.println("shrank " + (before.heap() - after.heap() >= GRAPH));
            } else {
                System.out.println(dropped);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "-XX:+UseSerialGC,                                                  SYSTEM_GC",
        "-XX:+UseParallelGC,                                                SYSTEM_GC",
        "-XX:+UseG1GC,                                                      SYSTEM_GC",
        "-XX:+UseG1GC -XX:+ExplicitGCInvokesConcurrent,                     CLASS_HISTOGRAM",
        "-XX:+UseZGC,                                                       SYSTEM_GC",
        "-XX:+UseShenandoahGC,                                              SYSTEM_GC",
        "-XX:+UseShenandoahGC -XX:+ExplicitGCInvokesConcurrent,             SYSTEM_GC",
        "-XX:+UseShenandoahGC -XX:+UnlockExperimentalVMOptions -XX:ShenandoahGCMode=generational, SYSTEM_GC",
        "-XX:+UseSerialGC -XX:+DisableExplicitGC,                           GC_RUN",
        "-XX:+UseParallelGC -XX:+DisableExplicitGC,                         GC_RUN",
        "-XX:+UseG1GC -XX:+DisableExplicitGC,                               GC_RUN",
        "-XX:+UseZGC -XX:+DisableExplicitGC,                                GC_RUN",
        "-XX:+UseG1GC -XX:+DisableExplicitGC -XX:+ExplicitGCInvokesConcurrent, CLASS_HISTOGRAM",
    })
    void everyCollectorIsMadeToCollectAndShowsIt(String flags, FullGc.Request by) {
        assertThat(ForkedJvm.of(DropsAGraph.class, ("-Xmx256m " + flags).split(" "))
                        .run())
                .contains("confirmed by " + by, "shrank true");
    }

    @ParameterizedTest
    @CsvSource({
        "-XX:+UnlockExperimentalVMOptions -XX:+UseEpsilonGC, UseEpsilonGC",
        "-XX:+UnlockExperimentalVMOptions -XX:+UseEpsilonGC -XX:+DisableExplicitGC, UseEpsilonGC",
        "-XX:+UseShenandoahGC -XX:+DisableExplicitGC, DisableExplicitGC",
    })
    void aCollectorThatIgnoresEveryRequestIsNotTrusted(String flags, String obstacle) {
        assertThat(ForkedJvm.of(DropsAGraph.class, ("-Xmx256m " + flags).split(" "))
                        .run())
                .anyMatch(line -> line.contains("Unconfirmed") && line.contains("run without -XX:+" + obstacle + "]"));
    }

    @Test
    void cleanersHaveRunBeforeTheHeapIsRead() {
        AtomicBoolean cleaned = new AtomicBoolean();
        Cleaner.create().register(new Object(), () -> cleaned.set(true));
        new FullGc().collect();
        await().untilTrue(cleaned);
    }

    @Test
    void anObjectThatIsHeldStays() {
        AtomicBoolean cleaned = new AtomicBoolean();
        Object held = new Object();
        Cleaner.create().register(held, () -> cleaned.set(true));
        new FullGc().collect();
        new FullGc().collect();
        assertThat(cleaned).isFalse();
        Reference.reachabilityFence(held);
    }
}
