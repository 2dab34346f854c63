package io.github.vramguard.verdict;

import static io.github.vramguard.memory.TraceFixture.flat;
import static io.github.vramguard.memory.TraceFixture.growing;
import static io.github.vramguard.memory.TraceFixture.trace;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.vramguard.memory.Origin;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.Trace;
import io.github.vramguard.verdict.Doubt.Cause;
import io.github.vramguard.verdict.Verdict.Broken;
import io.github.vramguard.verdict.Verdict.Inconclusive;
import io.github.vramguard.verdict.Verdict.Kept;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LeakRuleTests {

    private static final long KIB = 1024;
    private static final long MIB = 1024 * KIB;

    private final LeakRule rule = LeakRule.standard();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    # pool     | unit    | moves            | standing  | shape
                    gpu0       | 1048576 | 450 300*8        | BROKEN    | LEAK
                    gpu0       | 1048576 | 512 0*7          | KEPT      | FLAT
                    gpu0       | 1048576 | 512 64 32 0*8    | KEPT      | PLATEAU
                    gpu0       | 1048576 | 64*6 0*3         | UNDECIDED | INCONCLUSIVE
                    heap       | 1024    | 800 200 900*10   | BROKEN    | LEAK
                    heap       | 1024    | 800 200 0*8      | KEPT      | FLAT
                    metaspace  | 1024    | 4000 90 0*8      | KEPT      | FLAT
                    direct     | 1024    | 64*8             | BROKEN    | LEAK
                    direct     | 1024    | 64*2 0*6         | KEPT      | WARMUP_STEP
                    native     | 1048576 | 9 3 26*10        | BROKEN    | LEAK
                    native     | 1048576 | 9 0*7            | KEPT      | FLAT
                    threads    | 1       | 1*8              | BROKEN    | LEAK
                    threads    | 1       | 4 0*7            | KEPT      | FLAT
                    threads    | 1       | 0*2 1 0 0 1 0 0 1 | NOTED    | LEAK
                    files      | 1       | 2*9              | BROKEN    | LEAK
                    children   | 1       | 0*8              | KEPT      | FLAT
                    """)
    void eachPoolIsJudgedByItsSeries(String name, long unit, String moves, Standing standing, Shape shape) {
        Pool pool = Pool.named(name);

        PoolVerdict verdict =
                only(rule.judge(trace().with(pool, levels(unit, moves)).build()));

        assertThat(verdict.series().shape()).isEqualTo(shape);
        assertThat(verdict.standing()).isEqualTo(standing);
    }

    @Test
    void aNativeLeakIsOneFindingAlthoughTheResidentSizeShowsItToo() {
        Trace trace = trace().with(Pool.NATIVE, growing(20 * MIB, 26 * MIB, 16))
                .with(Pool.RESIDENT, growing(90 * MIB, 27 * MIB, 16))
                .build();

        Verdict verdict = rule.judge(trace);

        assertThat(standings(verdict)).containsExactly(Standing.BROKEN, Standing.NOTED);
        assertThat(((Broken) verdict).findings()).hasSize(1);
    }

    @Test
    void theShareIsNotedEvenWhereTheResidentSizeIsNotDecidedYet() {
        Trace trace = trace().with(Pool.NATIVE, growing(20 * MIB, 26 * MIB, 12))
                .with(Pool.RESIDENT, growing(90 * MIB, 27 * MIB, 12))
                .build();

        assertThat(standings(rule.judge(trace))).containsExactly(Standing.BROKEN, Standing.NOTED);
    }

    @Test
    void aResidentSizeThatGrowsTwiceAsMuchIsAFindingOfItsOwn() {
        Trace trace = trace().with(Pool.NATIVE, growing(20 * MIB, 12 * MIB, 16))
                .with(Pool.RESIDENT, growing(90 * MIB, 27 * MIB, 16))
                .build();

        assertThat(standings(rule.judge(trace))).containsExactly(Standing.BROKEN, Standing.BROKEN);
    }

    @Test
    void theHeapDoesNotSpeakForNativeMemoryNorTheOtherWayRound() {
        Trace nativeLeaks = trace().with(Pool.HEAP, flat(12 * MIB, 12))
                .with(Pool.NATIVE, growing(20 * MIB, MIB, 12))
                .build();
        Trace heapLeaks = trace().with(Pool.HEAP, growing(12 * MIB, MIB, 12))
                .with(Pool.NATIVE, flat(20 * MIB, 12))
                .build();

        assertThat(standings(rule.judge(nativeLeaks))).containsExactly(Standing.KEPT, Standing.BROKEN);
        assertThat(standings(rule.judge(heapLeaks))).containsExactly(Standing.BROKEN, Standing.KEPT);
    }

    @Test
    void mappedFilesAndAMixedResidentSizeAreOnlyShown() {
        Trace trace = trace().with(Pool.NATIVE, flat(MIB, 16))
                .with(Pool.RESIDENT, Origin.mixed("/proc"), growing(90 * MIB, 27 * MIB, 16))
                .with(Pool.MAPPED, growing(90 * MIB, 27 * MIB, 16))
                .build();

        assertThat(rule.judge(trace)).isInstanceOf(Kept.class);
        assertThat(standings(rule.judge(trace))).containsExactly(Standing.KEPT, Standing.SHOWN, Standing.SHOWN);
    }

    @Test
    void nativeMemoryIsJudgedEvenWithThatOfTheJvmInIt() {
        Trace trace = trace().with(Pool.NATIVE, Origin.mixed("mallinfo2"), growing(MIB, 26 * MIB, 15))
                .build();

        assertThat(rule.judge(trace)).isInstanceOf(Broken.class);
    }

    @ParameterizedTest
    @CsvSource({
        "native, 1048575, BROKEN",
        "native, 1048576, NOTED",
        "heap, 1048576, KEPT",
        "gpu0, 1048575, BROKEN",
        "gpu0, 1048576, NOTED",
    })
    void growthThatEqualsTheToleranceIsForgiven(String name, long tolerance, Standing standing) {
        Pool pool = Pool.named(name);
        Trace trace = trace().with(pool, growing(0, MIB, 12)).build();

        Verdict verdict = LeakRule.forgiving(Map.of(pool, tolerance)).judge(trace);

        assertThat(only(verdict).standing()).isEqualTo(standing);
    }

    @Test
    void whatIsForgivenIsNotSaidToBeExcluded() {
        Trace trace = trace().with(Pool.HEAP, flat(MIB, 8)).build();

        assertThat(only(rule.judge(trace)).excluded()).isEqualTo(32 * KIB);
        assertThat(only(LeakRule.forgiving(Map.of(Pool.HEAP, MIB)).judge(trace)).excluded())
                .isEqualTo(MIB);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5, 6, 7})
    void fewerThanEightCyclesAreTooFew(int cycles) {
        Trace flat = trace().with(Pool.gpu(0), flat(MIB, cycles)).build();
        Trace growing =
                trace().with(Pool.NATIVE, growing(MIB, 26 * MIB, cycles)).build();

        for (Trace trace : List.of(flat, growing)) {
            assertThat(reasons(rule.judge(trace))).extracting(Doubt::cause).containsExactly(Cause.TOO_FEW_CYCLES);
            assertThat(rule.needsAnother(trace)).isTrue();
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
                        .needsAnother(trace().with(pool, Arrays.copyOf(levels, cycles + 1))
                                .build()))
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

    static List<Standing> standings(Verdict verdict) {
        return verdict.pools().stream().map(PoolVerdict::standing).toList();
    }

    static List<Doubt> reasons(Verdict verdict) {
        assertThat(verdict).isInstanceOf(Inconclusive.class);
        return ((Inconclusive) verdict).reasons();
    }
}
