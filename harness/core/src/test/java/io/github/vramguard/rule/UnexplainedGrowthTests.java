package io.github.vramguard.rule;

import static io.github.vramguard.memory.TraceFixture.GAP;
import static io.github.vramguard.memory.TraceFixture.flat;
import static io.github.vramguard.memory.TraceFixture.growing;
import static io.github.vramguard.memory.TraceFixture.trace;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.vramguard.memory.Origin;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.TraceFixture;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnexplainedGrowthTests {

    private static final long KIB = 1024;
    private static final long MIB = 1024 * KIB;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    # native, KiB per cycle | direct | resident | unexplained
                    113                     | 0      | 3182     | 3069
                    0                       | 0      | 1034     | 1034
                    2583                    | 0      | 4818     | 2235
                    27000                   | 0      | 27600    |
                    0                       | 4096   | 4200     |
                    0                       | 0      | 200      |
                    500                     | 0      | 0        |
                    """)
    void isWhatTheOtherPoolsDoNotAccountFor(long malloc, long direct, long resident, Double unexplained) {
        Optional<UnexplainedGrowth> growth = in(trace().with(Pool.NATIVE, growing(20 * MIB, malloc * KIB, 12))
                .with(Pool.DIRECT, growing(0, direct * KIB, 12))
                .with(Pool.RESIDENT, growing(90 * MIB, resident * KIB, 12)));

        if (unexplained == null) {
            assertThat(growth).isEmpty();
        } else {
            assertThat(growth).hasValueSatisfying(found -> {
                assertThat(found.perCycle() / KIB).isCloseTo(unexplained, within(1.0));
                assertThat(found.resident() / KIB).isCloseTo(resident, within(1.0));
            });
        }
    }

    @Test
    void pagesThatMallocKeepsAtTheStartAreNoGrowth() {
        assertThat(in(trace().with(Pool.NATIVE, flat(20 * MIB, 12))
                        .with(
                                Pool.RESIDENT,
                                LongStream.rangeClosed(0, 12)
                                        .map(cycle -> 90 * MIB + Math.min(4, cycle) * 8 * MIB)
                                        .toArray())))
                .isEmpty();
    }

    @Test
    void residentMemoryThatIncludesTheHeapProvesNothing() {
        assertThat(in(trace().with(Pool.NATIVE, flat(20 * MIB, 12))
                        .with(Pool.RESIDENT, Origin.mixed("/proc"), growing(90 * MIB, 3 * MIB, 12))))
                .isEmpty();
    }

    @Test
    void whereMallocWasNotReadNothingIsKnown() {
        assertThat(in(trace().with(Pool.RESIDENT, growing(90 * MIB, 3 * MIB, 12))))
                .isEmpty();
        assertThat(in(trace().with(Pool.NATIVE, flat(GAP, 12)).with(Pool.RESIDENT, growing(90 * MIB, 3 * MIB, 12))))
                .isEmpty();
    }

    private static Optional<UnexplainedGrowth> in(TraceFixture fixture) {
        return UnexplainedGrowth.in(LeakRule.standard().judge(fixture.build()));
    }
}
