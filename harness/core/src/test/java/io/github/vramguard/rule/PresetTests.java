package io.github.vramguard.rule;

import static io.github.vramguard.memory.TraceFixture.flat;
import static io.github.vramguard.memory.TraceFixture.growing;
import static io.github.vramguard.memory.TraceFixture.trace;
import static io.github.vramguard.rule.LeakRuleTests.only;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.Trace;
import io.github.vramguard.verdict.PoolVerdict;
import io.github.vramguard.verdict.Preset;
import io.github.vramguard.verdict.Verdict;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PresetTests {

    private static final long KIB = 1024;
    private static final long MIB = 1024 * KIB;

    @ParameterizedTest
    @EnumSource
    void noPresetJudgesBelowTheFewestCycles(Preset preset) {
        assertThat(preset.fewestCycles()).isBetween(Preset.FEWEST_CYCLES, preset.mostCycles());
        assertThat(preset.cleanCycles()).isLessThanOrEqualTo(preset.fewestCycles() - 2);
    }

    @Test
    void theDefaultIsTheStandard() {
        for (Sensitivity row : new Sensitivity[] {Sensitivity.VRAM, Sensitivity.HEAP, Sensitivity.COUNT}) {
            assertThat(row.with(Preset.STANDARD)).isEqualTo(row);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "QUICK, gpu0, 8",
        "STANDARD, gpu0, 8",
        "THOROUGH, gpu0, 12",
        "NIGHTLY, gpu0, 14",
        "QUICK, heap, 8",
        "THOROUGH, heap, 12",
        "NIGHTLY, native, 14",
    })
    void flatLevelsAreKeptAfterTheFewestCycles(Preset preset, String pool, int cycles) {
        assertThat(certainAfter(preset, Pool.named(pool), flat(MIB, 30))).isEqualTo(cycles);
    }

    @ParameterizedTest
    @CsvSource({
        "STANDARD, gpu0, 8",
        "THOROUGH, gpu0, 12",
        "NIGHTLY, threads, 14",
        "STANDARD, native, 10",
        "THOROUGH, native, 12",
        "STANDARD, resident, 11",
        "NIGHTLY, resident, 14",
    })
    void aLeakIsFoundNoEarlierEither(Preset preset, String pool, int cycles) {
        assertThat(certainAfter(preset, Pool.named(pool), growing(MIB, 64 * MIB, 30)))
                .isEqualTo(cycles);
    }

    @Test
    void moreCleanCyclesFindALeakThatShowsEverySeventhCycle() {
        long[] levels = new long[31];
        Arrays.setAll(levels, cycle -> cycle / 7 * 64 * MIB);

        assertThat(judged(Preset.STANDARD, Pool.gpu(0), levels, 13)).isInstanceOf(Verdict.Passed.class);
        assertThat(certainAfter(Preset.THOROUGH, Pool.gpu(0), levels)).isEqualTo(21);
        assertThat(judged(Preset.THOROUGH, Pool.gpu(0), levels, 21)).isInstanceOf(Verdict.Failed.class);
    }

    @ParameterizedTest
    @CsvSource({"STANDARD, 8, 341, 0.39", "THOROUGH, 12, 205, 0.26", "NIGHTLY, 14, 171, 0.22"})
    void moreCleanCyclesExcludeMore(Preset preset, int cycles, long kib, double share) {
        PoolVerdict verdict = only(judged(preset, Pool.gpu(0), flat(MIB, 30), cycles));

        assertThat(verdict.excluded()).isCloseTo(kib * KIB, within(1.0 * KIB));
        assertThat(verdict.excludedShare().orElseThrow()).isCloseTo(share, within(0.005));
    }

    @Test
    void noisyPoolsAndLeaksExcludeNoShareOfCycles() {
        assertThat(only(judged(Preset.STANDARD, Pool.HEAP, flat(MIB, 8), 8)).excludedShare())
                .isEmpty();
        assertThat(only(judged(Preset.STANDARD, Pool.gpu(0), growing(0, 64 * MIB, 8), 8))
                        .excludedShare())
                .isEmpty();
    }

    private static int certainAfter(Preset preset, Pool pool, long[] levels) {
        int cycles = 1;
        while (judged(preset, pool, levels, cycles).needsMoreCycles()) {
            cycles++;
        }
        return cycles;
    }

    private static Verdict judged(Preset preset, Pool pool, long[] levels, int cycles) {
        return LeakRule.with(preset, Map.of()).judge(head(pool, levels, cycles));
    }

    private static Trace head(Pool pool, long[] levels, int cycles) {
        return trace().with(pool, Arrays.copyOf(levels, cycles + 1)).build();
    }
}
