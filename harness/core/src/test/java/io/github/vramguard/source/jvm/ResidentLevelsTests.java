package io.github.vramguard.source.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vramguard.Targets;
import io.github.vramguard.config.Settings;
import io.github.vramguard.gate.LeakGate;
import io.github.vramguard.measure.Meter;
import io.github.vramguard.memory.MemoryTarget;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.Snapshot;
import io.github.vramguard.source.ForkedJvm;
import java.util.ArrayList;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Where resident memory is enforced, garbage moves it by little, whatever the collector does with its pages. */
@Tag("thorough")
@EnabledOnOs(value = OS.LINUX, disabledReason = "other systems have no resident memory to read")
class ResidentLevelsTests {

    private static final long LITTLE = 32 << 20;
    private static final String RECOMMENDED = "-Xms256m -Xmx256m -XX:+AlwaysPreTouch ";

    /** Makes garbage of all sizes, and prints whether resident memory is enforced and by how much its levels differ. */
    static final class MakesGarbage {

        private static final int WARM_UP = 4;
        private static final int CYCLES = 24;

        public static void main(String[] arguments) {
            MemoryTarget self = Targets.thisJvm();
            Meter meter = LeakGate.with(Settings.of(Map.of("vramguard.settle.window", "20")))
                    .meter(self, Set.of(Pool.RESIDENT));
            Snapshot level = meter.settled();
            LongSummaryStatistics levels = new LongSummaryStatistics();
            for (int cycle = 0; cycle < CYCLES; cycle++) {
                makeGarbage(new Random(cycle));
                level = meter.settled(level);
                if (cycle >= WARM_UP) {
                    levels.accept(level.readings().get(Pool.RESIDENT).amount().orElseThrow());
                }
            }
            System.out.println(meter.trace().quality(Pool.RESIDENT).orElseThrow());
            System.out.println(levels.getMax() - levels.getMin());
        }

        private static void makeGarbage(Random random) {
            for (int i = 0; i < 40; i++) {
                Objects.requireNonNull(new byte[1 + random.nextInt(1 << (10 + random.nextInt(16)))]);
            }
            List<byte[]> arrays = new ArrayList<>();
            for (int i = 0; i < 100_000; i++) {
                arrays.add(new byte[i % 300]);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("io.github.vramguard.source.jvm.CyclingJvm#collectors")
    void differByLittle(String collector) {
        List<String> printed = ForkedJvm.of(MakesGarbage.class, (RECOMMENDED + collector).split(" "))
                .with("MALLOC_ARENA_MAX", "2")
                .run();
        boolean remaps = collector.equals("-XX:+UseZGC") && Runtime.version().feature() < 23;
        assertThat(printed).first().isEqualTo(remaps ? "MIXED" : "EXACT");
        assertThat(Long.parseLong(printed.get(1))).isLessThan(remaps ? Long.MAX_VALUE : LITTLE);
    }
}
