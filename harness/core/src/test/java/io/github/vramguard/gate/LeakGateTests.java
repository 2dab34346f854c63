package io.github.vramguard.gate;

import static io.github.vramguard.memory.TraceFixture.flat;
import static io.github.vramguard.memory.TraceFixture.growing;
import static io.github.vramguard.memory.TraceFixture.trace;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.vramguard.Targets;
import io.github.vramguard.config.Settings;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.Reading;
import io.github.vramguard.memory.Snapshot;
import io.github.vramguard.memory.Trace;
import io.github.vramguard.verdict.InconclusiveReason;
import io.github.vramguard.verdict.PoolOutcome;
import io.github.vramguard.verdict.PoolVerdict;
import io.github.vramguard.verdict.Verdict;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

public class LeakGateTests {

    private static final long MIB = 1024 * 1024;

    private final LeakGate gate = LeakGate.with(Settings.defaults());

    @ParameterizedTest
    @CsvSource({"1, FIRST_USE", "7, FIRST_USE"})
    void whatIsTooShortForASeriesIsJudgedAsOneRun(int cycles, InconclusiveReason.Cause cause) {
        Trace trace =
                trace().with(Pool.NATIVE, growing(0, 16 * MIB / cycles, cycles)).build();

        assertThat(((Verdict.Inconclusive) gate.judge(trace)).reasons())
                .extracting(InconclusiveReason::cause)
                .containsExactly(cause);
    }

    @Test
    void fromEightCyclesOnTheSeriesIsJudged() {
        Trace warmsUp = trace().with(Pool.NATIVE, 0, 40 * MIB, 40 * MIB, 40 * MIB, 40 * MIB, 40 * MIB, 40 * MIB)
                .build();
        Trace warmedUp = warmsUp.with(warmsUp.snapshots().get(6))
                .with(warmsUp.snapshots().get(6));

        assertThat(gate.judge(warmsUp)).isInstanceOf(Verdict.Failed.class);
        assertThat(gate.judge(warmedUp)).isInstanceOf(Verdict.Passed.class);
    }

    @Test
    void aLevelWithoutACycleDecidesNothing() {
        assertThat(gate.judge(trace().with(Pool.NATIVE, MIB).build())).isInstanceOf(Verdict.Inconclusive.class);
    }

    @Test
    void withoutALevelNothingIsDecidedEither() {
        assertThat(gate.judge(trace().with(Pool.NATIVE).build())).isInstanceOf(Verdict.Inconclusive.class);
    }

    @Test
    void theToleranceOfTheSettingsHoldsForBothRules() {
        LeakGate forgiving = LeakGate.with(settings(Map.of("vramguard.tolerance.gpu0", "1.5 GiB")));
        Trace series = trace().with(Pool.gpu(0), growing(0, 300 * MIB, 8)).build();
        Trace oneRun = trace().with(Pool.gpu(0), 0, 1200 * MIB).build();

        assertThat(gate.judge(series)).isInstanceOf(Verdict.Failed.class);
        assertThat(gate.judge(oneRun)).isInstanceOf(Verdict.Failed.class);
        assertThat(forgiving.judge(series)).isInstanceOf(Verdict.Passed.class);
        assertThat(forgiving.judge(oneRun)).isInstanceOf(Verdict.Passed.class);
    }

    @Test
    void anotherCycleIsNeededUntilTheSeriesIsCertain() {
        assertThat(gate.needsAnother(trace().with(Pool.HEAP, flat(MIB, 7)).build()))
                .isTrue();
        assertThat(gate.needsAnother(trace().with(Pool.HEAP, flat(MIB, 8)).build()))
                .isFalse();
    }

    @Test
    void theMeterReadsThePoolsThatWereAskedForOrThoseOfTheSettings() {
        LeakGate configured = LeakGate.with(settings(Map.of("vramguard.pools", "heap,threads")));

        assertThat(read(configured, Set.of())).containsOnlyKeys(Pool.HEAP, Pool.THREADS);
        assertThat(read(configured, Set.of(Pool.DIRECT))).containsOnlyKeys(Pool.DIRECT);
        assertThat(read(gate, Set.of())).containsKeys(Pool.HEAP, Pool.DIRECT, Pool.METASPACE);
    }

    @Test
    void theMeterAsksTheSourcesOfTheSettings() {
        LeakGate beansOnly = LeakGate.with(settings(Map.of("vramguard.sources", "jvm")));

        assertThat(read(beansOnly, Set.of())).containsOnlyKeys(Pool.HEAP, Pool.DIRECT, Pool.METASPACE);
    }

    @Test
    void aSnapshotOfThisJvmIsJudgedAsKept() {
        LeakGate heap = LeakGate.with(settings(Map.of("vramguard.pools", "heap")));
        Snapshot before = heap.meter(Targets.thisJvm(), Set.of()).settled();
        Trace trace =
                heap.meter(Targets.thisJvm(), Set.of()).trace().with(before).with(before);

        assertThat(heap.judge(trace).pools()).extracting(PoolVerdict::outcome).containsExactly(PoolOutcome.PASSED);
    }

    public static Settings settings(Map<String, String> parameters) {
        return Settings.from(key -> Optional.ofNullable(parameters.get(key)), parameters.keySet());
    }

    private static Map<Pool, Reading> read(LeakGate gate, Set<Pool> pools) {
        return gate.meter(Targets.thisJvm(), pools).now().readings();
    }
}
