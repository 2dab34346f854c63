package io.github.vramguard.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vramguard.memory.Origin.Quality;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.Reading;
import io.github.vramguard.memory.Reading.Bytes;
import io.github.vramguard.memory.Reading.ClassBytes;
import io.github.vramguard.rule.LeakRule;
import io.github.vramguard.verdict.PoolVerdict;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LoadedClassesTests {

    private static final long KIB = 1024;

    @Test
    void areCountedFromTheFirstCycleOn() {
        assertThat(LoadedClasses.of(leak(cycle -> new ClassBytes(200 * KIB * cycle, 3000 + 50 * cycle))))
                .contains("the number of loaded classes rises from 3050 to 3700 after the first cycle");
    }

    @Test
    void areNotSpokenOfWhereTheyWereNotCounted() {
        assertThat(LoadedClasses.of(leak(cycle -> new Bytes(200 * KIB * cycle))))
                .isEmpty();
    }

    private static PoolVerdict leak(LongFunction<Reading> reading) {
        return LeakRule.standard()
                .judge(
                        Pool.METASPACE,
                        Quality.EXACT,
                        LongStream.rangeClosed(0, 14).mapToObj(reading).toList());
    }
}
