package io.github.vramguard.rule;

import static io.github.vramguard.memory.TraceFixture.flat;
import static io.github.vramguard.memory.TraceFixture.growing;
import static io.github.vramguard.memory.TraceFixture.trace;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.vramguard.memory.Origin;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.Trace;
import io.github.vramguard.verdict.InconclusiveReason;
import io.github.vramguard.verdict.InconclusiveReason.Cause;
import io.github.vramguard.verdict.PoolOutcome;
import io.github.vramguard.verdict.PoolVerdict;
import io.github.vramguard.verdict.Preset;
import io.github.vramguard.verdict.Shape;
import io.github.vramguard.verdict.Verdict;
import io.github.vramguard.verdict.Verdict.Failed;
import io.github.vramguard.verdict.Verdict.Inconclusive;
import io.github.vramguard.verdict.Verdict.Passed;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

public class LeakRuleTests {

    private static final long KIB = 1024;
    private static final long MIB = 1024 * KIB;

    private final LeakRule rule = LeakRule.standard();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    # pool     | unit    | moves            | outcome  | shape
                    gpu0       | 1048576 | 450 300*8        | FAILED    | LEAK
                    gpu0       | 1048576 | 512 0*7          | PASSED      | FLAT
                    gpu0       | 1048576 | 512 64 32 0*8    | PASSED      | PLATEAU
                    gpu0       | 1048576 | 64*6 0*3         | INCONCLUSIVE | INCONCLUSIVE
                    heap       | 1024    | 800 200 900*10   | FAILED    | LEAK
                    heap       | 1024    | 800 200 0*8      | PASSED      | FLAT
                    metaspace  | 1024    | 4000 90 0*8      | PASSED      | FLAT
                    direct     | 1024    | 64*8             | FAILED    | LEAK
                    direct     | 1024    | 64*2 0*6         | PASSED      | WARMUP_STEP
                    native     | 1048576 | 9 3 26*10        | FAILED    | LEAK
                    native     | 1048576 | 9 0*7            | PASSED      | FLAT
                    threads    | 1       | 1*8              | FAILED    | LEAK
                    threads    | 1       | 4 0*7            | PASSED      | FLAT
                    threads    | 1       | 0*2 1 0 0 1 0 0 1 | NOT_COUNTED    | LEAK
                    files      | 1       | 2*9              | FAILED    | LEAK
                    children   | 1       | 0*8              | PASSED      | FLAT
                    """)
    void eachPoolIsJudgedByItsSeries(String name, long unit, String moves, PoolOutcome outcome, Shape shape) {
        Pool pool = Pool.named(name);

        PoolVerdict verdict =
                only(rule.judge(trace().with(pool, levels(unit, moves)).build()));

        assertThat(verdict.series().shape()).isEqualTo(shape);
        assertThat(verdict.outcome()).isEqualTo(outcome);
    }

    @Test
    void aNativeLeakIsOneFindingAlthoughTheResidentSizeShowsItToo() {
        Trace trace = trace().with(Pool.NATIVE, growing(20 * MIB, 26 * MIB, 16))
                .with(Pool.RESIDENT, growing(90 * MIB, 27 * MIB, 16))
                .build();

        Verdict verdict = rule.judge(trace);

        assertThat(outcomes(verdict)).containsExactly(PoolOutcome.FAILED, PoolOutcome.NOT_COUNTED);
        assertThat(((Failed) verdict).findings()).hasSize(1);
    }

    @Test
    void theShareIsNotedEvenWhereTheResidentSizeIsNotDecidedYet() {
        Trace trace = trace().with(Pool.NATIVE, growing(20 * MIB, 26 * MIB, 12))
                .with(Pool.RESIDENT, growing(90 * MIB, 27 * MIB, 12))
                .build();

        assertThat(outcomes(rule.judge(trace))).containsExactly(PoolOutcome.FAILED, PoolOutcome.NOT_COUNTED);
    }

    @Test
    void aResidentSizeThatGrowsTwiceAsMuchIsAFindingOfItsOwn() {
        Trace trace = trace().with(Pool.NATIVE, growing(20 * MIB, 12 * MIB, 16))
                .with(Pool.RESIDENT, growing(90 * MIB, 27 * MIB, 16))
                .build();

        assertThat(outcomes(rule.judge(trace))).containsExactly(PoolOutcome.FAILED, PoolOutcome.FAILED);
    }

    @Test
    void theHeapDoesNotSpeakForNativeMemoryNorTheOtherWayRound() {
        Trace nativeLeaks = trace().with(Pool.HEAP, flat(12 * MIB, 12))
                .with(Pool.NATIVE, growing(20 * MIB, MIB, 12))
                .build();
        Trace heapLeaks = trace().with(Pool.HEAP, growing(12 * MIB, MIB, 12))
                .with(Pool.NATIVE, flat(20 * MIB, 12))
                .build();

        assertThat(outcomes(rule.judge(nativeLeaks))).containsExactly(PoolOutcome.PASSED, PoolOutcome.FAILED);
        assertThat(outcomes(rule.judge(heapLeaks))).containsExactly(PoolOutcome.FAILED, PoolOutcome.PASSED);
    }

    @Test
    void mappedFilesAndAMixedResidentSizeAreOnlyShown() {
        Trace trace = trace().with(Pool.NATIVE, flat(MIB, 16))
                .with(Pool.RESIDENT, Origin.mixed("/proc"), growing(90 * MIB, 27 * MIB, 16))
                .with(Pool.MAPPED, growing(90 * MIB, 27 * MIB, 16))
                .build();

        assertThat(rule.judge(trace)).isInstanceOf(Passed.class);
        assertThat(outcomes(rule.judge(trace)))
                .containsExactly(PoolOutcome.PASSED, PoolOutcome.REPORTED, PoolOutcome.REPORTED);
    }

    @Test
    void nativeMemoryIsJudgedEvenWithThatOfTheJvmInIt() {
        Trace trace = trace().with(Pool.NATIVE, Origin.mixed("mallinfo2"), growing(MIB, 26 * MIB, 15))
                .build();

        assertThat(rule.judge(trace)).isInstanceOf(Failed.class);
    }

    @ParameterizedTest
    @CsvSource({
        "native, 1048575, FAILED",
        "native, 1048576, NOT_COUNTED",
        "heap, 1048576, PASSED",
        "gpu0, 1048575, FAILED",
        "gpu0, 1048576, NOT_COUNTED",
    })
    void growthThatEqualsTheToleranceIsForgiven(String name, long tolerance, PoolOutcome outcome) {
        Pool pool = Pool.named(name);
        Trace trace = trace().with(pool, growing(0, MIB, 12)).build();

        Verdict verdict =
                LeakRule.with(Preset.STANDARD, Map.of(pool, tolerance)).judge(trace);

        assertThat(only(verdict).outcome()).isEqualTo(outcome);
    }

    @Test
    void whatIsForgivenIsNotSaidToBeExcluded() {
        Trace trace = trace().with(Pool.HEAP, flat(MIB, 8)).build();

        assertThat(only(rule.judge(trace)).excluded()).isEqualTo(32 * KIB);
        assertThat(only(LeakRule.with(Preset.STANDARD, Map.of(Pool.HEAP, MIB)).judge(trace))
                        .excluded())
                .isEqualTo(MIB);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5, 6, 7})
    void fewerThanEightCyclesAreTooFew(int cycles) {
        Trace flat = trace().with(Pool.gpu(0), flat(MIB, cycles)).build();
        Trace growing =
                trace().with(Pool.NATIVE, growing(MIB, 26 * MIB, cycles)).build();

        for (Trace trace : List.of(flat, growing)) {
            assertThat(reasons(rule.judge(trace)))
                    .extracting(InconclusiveReason::cause)
                    .containsExactly(Cause.TOO_FEW_CYCLES);
            assertThat(rule.judge(trace).needsMoreCycles()).isTrue();
        }
    }

    @Test
    void anotherCycleIsAskedForUntilTheVerdictIsCertain() {
        assertThat(cyclesUntilCertain(Pool.gpu(0), growing(0, 30 * MIB, 20))).isEqualTo(8);
        assertThat(cyclesUntilCertain(Pool.NATIVE, growing(0, 26 * MIB, 20))).isEqualTo(10);
        assertThat(cyclesUntilCertain(Pool.HEAP, flat(12 * MIB, 20))).isEqualTo(8);
        assertThat(cyclesUntilCertain(Pool.gpu(0), levels(MIB, "64*6 0*14"))).isEqualTo(12);
    }

    static int cyclesUntilCertain(Pool pool, long[] levels) {
        return IntStream.range(1, levels.length)
                .filter(cycles -> !LeakRule.standard()
                        .judge(trace().with(pool, Arrays.copyOf(levels, cycles + 1))
                                .build())
                        .needsMoreCycles())
                .findFirst()
                .orElse(levels.length);
    }

    private static long[] levels(long unit, String moves) {
        return Arrays.stream(Written.moves(0, unit, moves))
                .mapToLong(Math::round)
                .toArray();
    }

    static PoolVerdict only(Verdict verdict) {
        assertThat(verdict.pools()).hasSize(1);
        return verdict.pools().get(0);
    }

    static List<PoolOutcome> outcomes(Verdict verdict) {
        return verdict.pools().stream().map(PoolVerdict::outcome).toList();
    }

    static List<InconclusiveReason> reasons(Verdict verdict) {
        assertThat(verdict).isInstanceOf(Inconclusive.class);
        return ((Inconclusive) verdict).reasons();
    }
}
