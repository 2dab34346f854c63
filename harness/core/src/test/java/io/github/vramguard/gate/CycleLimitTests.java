package io.github.vramguard.gate;

import static io.github.vramguard.memory.TraceFixture.GAP;
import static io.github.vramguard.memory.TraceFixture.trace;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.vramguard.memory.Origin;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.Trace;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A limit of cycles that cannot prove a leak is known before the first of them. */
class CycleLimitTests {

    private static final long MIB = 1 << 20;
    private static final String MAY_BE = " may be too few to prove a leak in ";

    private static LeakGate gate(String preset) {
        return LeakGate.with(LeakGateTests.settings(Map.of("vramguard.preset", preset)));
    }

    private static String shortfall(Trace trace, int most) {
        return gate("standard").shortfall(trace, most).orElse("");
    }

    @ParameterizedTest
    @CsvSource({
        "resident, 14, 15",
        "container, 10, 15",
        "descendants, 10, 15",
        "heap, 11, 12",
        "native, 9, 10",
        "gpu0, 7, 8"
    })
    void whatAPoolNeedsIsNamedWithIt(String pool, int most, int needed) {
        Trace first = trace().with(Pool.named(pool), MIB).build();

        assertThat(shortfall(first, most))
                .isEqualTo("at most " + most + " cycles" + MAY_BE + pool + ": allow at least " + needed);
        assertThat(shortfall(first, needed)).isEmpty();
    }

    @Test
    void ofSeveralPoolsTheNumberIsThatOfAll() {
        Trace first = trace().with(Pool.THREADS, 14)
                .with(Pool.HEAP, MIB)
                .with(Pool.NATIVE, Origin.mixed("mallinfo2"), MIB)
                .with(Pool.RESIDENT, MIB)
                .build();

        assertThat(shortfall(first, 10))
                .isEqualTo("at most 10 cycles" + MAY_BE + "heap, native, resident: allow at least 15");
        assertThat(shortfall(first, 12)).isEqualTo("at most 12 cycles" + MAY_BE + "resident: allow at least 15");
    }

    @Test
    void whatIsNotJudgedOrHoldsNothingNeedsNoCycles() {
        Trace first = trace().with(Pool.RESIDENT, Origin.mixed("/proc"), MIB)
                .with(Pool.MAPPED, MIB)
                .with(Pool.DESCENDANTS, 0)
                .with(Pool.CONTAINER, GAP)
                .build();

        assertThat(shortfall(first, 8)).isEmpty();
    }

    @Test
    void aPresetMayNeedMore() {
        Trace first = trace().with(Pool.THREADS, 14).build();

        assertThat(gate("nightly").shortfall(first, 13))
                .hasValueSatisfying(text -> assertThat(text).endsWith("threads: allow at least 14"));
        assertThat(gate("standard").shortfall(first, 13)).isEmpty();
    }
}
