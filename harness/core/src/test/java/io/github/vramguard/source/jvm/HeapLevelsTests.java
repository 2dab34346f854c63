package io.github.vramguard.source.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vramguard.Targets;
import io.github.vramguard.memory.MemoryTarget;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.source.ForkedJvm;
import io.github.vramguard.source.Sources;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same garbage in every cycle must give the same level, whatever a collector leaves lying. */
class HeapLevelsTests {

    private static final int WARM_UP = 4;

    /** The JVM itself still loads a class now and then; what a collector leaves lying is ten times as much. */
    private static final long STILL = MakesGarbage.LARGE / 10;

    /** Makes garbage and prints the level after it, again and again. */
    static final class MakesGarbage {

        private static final int LARGE = 5 << 20;

        public static void main(String[] args) {
            MemoryTarget self = Targets.thisJvm();
            Sources sources = Sources.of(self, Set.of("jvm"));
            for (int cycle = 0; cycle < WARM_UP + 8; cycle++) {
                byte[] garbage = new byte[LARGE];
                sources.reclaim(self);
                System.out.println(
                        sources.read(self).get(Pool.HEAP).amount().orElseThrow() + " beside " + garbage.length);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"-XX:+UseSerialGC", "-XX:+UseParallelGC", "-XX:+UseG1GC", "-XX:+UseZGC", "-XX:+UseShenandoahGC"})
    void agree(String collector) {
        List<Long> levels = ForkedJvm.of(MakesGarbage.class, "-Xmx256m", collector).run().stream()
                .map(line -> Long.parseLong(line.split(" ", 2)[0]))
                .skip(WARM_UP)
                .toList();

        assertThat(levels).hasSize(8).allSatisfy(level -> assertThat(level)
                .isBetween(levels.get(0) - STILL, levels.get(0) + STILL));
    }
}
