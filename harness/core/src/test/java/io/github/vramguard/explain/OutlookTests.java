package io.github.vramguard.explain;

import static io.github.vramguard.memory.TraceFixture.GAP;
import static io.github.vramguard.memory.TraceFixture.flat;
import static io.github.vramguard.memory.TraceFixture.growing;
import static io.github.vramguard.memory.TraceFixture.trace;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.vramguard.memory.Origin;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.Trace;
import io.github.vramguard.memory.TraceFixture;
import io.github.vramguard.rule.LeakRule;
import io.github.vramguard.rule.OneRunRule;
import io.github.vramguard.verdict.Verdict;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutlookTests {

    private static final long MIB = 1024 * 1024;

    private static final Origin LEDGER = Origin.exact("a ledger");

    @ParameterizedTest
    @CsvSource({
        // 8 cycles of 10 MiB have been measured
        "79 MiB, 79, already exhausted",
        "80 MiB, 80, already exhausted",
        "85 MiB, 85, exhausted within the next cycle",
        "90 MiB, 90, exhausted after about 1 more cycle",
        "109 MiB, 109, exhausted after about 2 more cycles",
        "1.05 GiB, 1080, exhausted after about 100 more cycles",
        "9.69 GiB, 9925, exhausted after about 980 more cycles",
        "11.8 GiB, 12127, exhausted after about 1200 more cycles",
        "24 GiB, 24576, exhausted after about 2400 more cycles",
    })
    void twoDigitsAreEnough(String full, long capacity, String when) {
        Trace trace = trace().with(Pool.gpu(0), LEDGER.endingAt(capacity * MIB), growing(0, 10 * MIB, 8))
                .build();

        assertThat(of(trace)).contains(full + " " + when);
    }

    @Test
    void theLastReadingThatThereWasCounts() {
        long[] levels = growing(0, 10 * MIB, 9);
        levels[9] = GAP;
        Trace trace =
                trace().with(Pool.gpu(0), LEDGER.endingAt(175 * MIB), levels).build();

        assertThat(of(trace)).hasValueSatisfying(outlook -> assertThat(outlook).contains("about 11 more"));
    }

    @Test
    void aPoolWithoutAKnownEndHasNone() {
        assertThat(of(trace().with(Pool.gpu(0), growing(0, 10 * MIB, 8)).build()))
                .isEmpty();
    }

    @Test
    void aPoolThatDoesNotGrowHasNone() {
        assertThat(of(trace().with(Pool.gpu(0), LEDGER.endingAt(MIB), flat(0, 8))
                        .build()))
                .isEmpty();
    }

    @Test
    void aSingleRunHasNone() {
        Trace trace =
                trace().with(Pool.gpu(0), LEDGER.endingAt(MIB), 0, 2000 * MIB).build();

        Verdict verdict = OneRunRule.standard().judge(trace);
        assertThat(Outlook.of(trace, verdict, verdict.pools().get(0))).isEmpty();
    }

    @Test
    void residentMemoryThatMallocDoesNotExplainEndsEarlier() {
        Origin malloc = LEDGER.endingAt(24 * 1024 * MIB);
        TraceFixture leak = trace().with(Pool.NATIVE, malloc, growing(18 * MIB, 113 * 1024, 12));

        assertThat(of(leak.build())).contains("24 GiB exhausted after about 220000 more cycles");
        assertThat(of(leak.with(Pool.RESIDENT, growing(90 * MIB, 3182 * 1024, 12))
                        .build()))
                .contains("24 GiB exhausted after about 7900 more cycles");
    }

    @Test
    void residentMemoryThatMayBeTheHeapLeavesItOpen() {
        Origin malloc = LEDGER.endingAt(24 * 1024 * MIB);
        Origin withHeap = Origin.mixed("/proc");
        TraceFixture leak = trace().with(Pool.NATIVE, malloc, growing(18 * MIB, 113 * 1024, 12));

        assertThat(of(leak.with(Pool.RESIDENT, withHeap, growing(90 * MIB, 3182 * 1024, 12))
                        .build()))
                .isEmpty();
        assertThat(of(leak.with(Pool.RESIDENT, withHeap, growing(90 * MIB, 113 * 1024, 12))
                        .build()))
                .contains("24 GiB exhausted after about 220000 more cycles");
    }

    private static Optional<String> of(Trace trace) {
        Verdict verdict = LeakRule.standard().judge(trace);
        return Outlook.of(trace, verdict, verdict.pools().get(0));
    }
}
