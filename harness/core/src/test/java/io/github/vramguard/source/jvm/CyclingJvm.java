package io.github.vramguard.source.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vramguard.LoadUnloadHarness;
import io.github.vramguard.Targets;
import io.github.vramguard.source.ForkedJvm;
import java.lang.ref.SoftReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;

/** A JVM with a collector of its own, which repeats a round trip of objects and prints the verdict on its heap. */
final class CyclingJvm {

    private static final String EXPERIMENTAL = "-XX:+UnlockExperimentalVMOptions ";

    private CyclingJvm() {}

    /** Flags of each collector that can be made to collect. A JDK without one of them skips its test. */
    static Stream<Named<String>> collectors() {
        return Stream.of(
                Named.of("Serial", "-XX:+UseSerialGC"),
                Named.of("Parallel", "-XX:+UseParallelGC"),
                Named.of("G1", "-XX:+UseG1GC"),
                Named.of("ZGC", "-XX:+UseZGC"),
                Named.of("Shenandoah", "-XX:+UseShenandoahGC"),
                Named.of(
                        "generational Shenandoah",
                        EXPERIMENTAL + "-XX:+UseShenandoahGC -XX:ShenandoahGCMode=generational"));
    }

    /** What a round trip does to the heap. */
    enum RoundTrip {
        /** Garbage in arrays of 1 MiB and in small objects. */
        CHURNS {
            @Override
            void run(int bytes) {
                for (int i = 0; i < 50; i++) {
                    assertThat(new byte[1 << 20].length + new byte[bytes].length)
                            .isPositive();
                }
            }
        },
        /** Keeps an array, beside the same garbage. */
        LEAKS {
            @Override
            void run(int bytes) {
                CHURNS.run(bytes);
                HELD.add(new byte[bytes]);
            }
        },
        /** Keeps an array that the JVM may drop. */
        CACHES {
            @Override
            void run(int bytes) {
                HELD.add(new SoftReference<>(new byte[bytes]));
            }
        },
        /** Keeps one such array and one that the JVM may not drop. */
        LEAKS_BESIDE_A_CACHE {
            @Override
            void run(int bytes) {
                CACHES.run(1 << 20);
                HELD.add(new byte[bytes]);
            }
        };

        private static final List<Object> HELD = new ArrayList<>();

        abstract void run(int bytes);
    }

    /** Repeats the round trip that its arguments name. */
    static final class Main {
        public static void main(String[] arguments) throws Exception {
            RoundTrip roundTrip = RoundTrip.valueOf(System.getProperty("round.trip"));
            int bytes = Integer.getInteger("bytes");
            System.out.println(LoadUnloadHarness.of(Targets.thisJvm(), Map.of("vramguard.pools", "heap"))
                    .run(() -> roundTrip, trip -> trip.run(bytes), trip -> {})
                    .verdict());
        }
    }

    /** Runs it and returns the one line that it prints, which begins with {@code Passed}, {@code Failed} or {@code Inconclusive}. */
    static String verdict(String flags, RoundTrip roundTrip, int bytes) {
        String options = "-Xmx256m -Dround.trip=" + roundTrip + " -Dbytes=" + bytes + " " + flags;
        List<String> lines = ForkedJvm.of(Main.class, options.split(" ")).run();
        return lines.get(lines.size() - 1);
    }
}
