package io.github.vramguard.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vramguard.memory.MemoryTarget;
import io.github.vramguard.memory.Origin;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.Reading;
import io.github.vramguard.memory.Snapshot;
import io.github.vramguard.memory.Trace;
import io.github.vramguard.rule.LeakRule;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ByKeyTests {

    private static final long MIB = 1024 * 1024;
    private static final Pool GPU = Pool.gpu(0);

    /** Twelve cycles that take turns with three models; each leaks by itself. */
    private static Optional<String> told(long ofA, long ofB, long ofC, String... keys) {
        long[] leaks = {ofA, ofB, ofC};
        long level = 100 * MIB;
        Trace trace = Trace.of(new MemoryTarget.ThisJvm(1), Map.of(GPU, Origin.exact("a ledger")))
                .with(at(level));
        for (int cycle = 0; cycle < 12; cycle++) {
            level += leaks[cycle % 3];
            trace = trace.with(keys[cycle % 3], at(level));
        }
        return ByKey.of(trace, LeakRule.standard().judge(trace).pools().get(0));
    }

    private static Snapshot at(long level) {
        return Snapshot.settled(Instant.EPOCH, Map.of(GPU, new Reading.Bytes(level)), Duration.ZERO);
    }

    @Test
    void theOneModelThatLeaksIsNamed() {
        assertThat(told(0, 20 * MIB, 0, "A", "B", "C"))
                .hasValue(
                        "only in cycles of \"B\": 60 MiB in 3 cycles, 0 B in 4 cycles of \"C\", 0 B in 3 cycles of \"A\"");
    }

    @Test
    void nobodyIsNamedWhereSeveralLeak() {
        assertThat(told(20 * MIB, 20 * MIB, 0, "A", "B", "C")).isEmpty();
    }

    @Test
    void nobodyIsNamedWhereTheCyclesSayNothing() {
        assertThat(told(0, 20 * MIB, 0, "", "", "")).isEmpty();
        assertThat(told(20 * MIB, 20 * MIB, 20 * MIB, "A", "A", "A")).isEmpty();
    }
}
