package io.github.vramguard.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vramguard.measure.Cycles;
import io.github.vramguard.measure.Meter;
import io.github.vramguard.memory.Pool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MemoryParametersTests {

    private static final long BLOCK = 4L << 20;
    private static final Kit KIT = Kit.scripted();

    @BeforeEach
    void plugIn() {
        ScriptedGpu.holds(0);
    }

    @AfterEach
    void unplug() {
        ScriptedGpu.unplug();
    }

    @ParameterizedTest
    @ValueSource(classes = {NoLeakTestCases.class, ExtendedTestCases.class})
    void theCyclesOfATestAreJudgedOnce(Class<?> type) {
        Ran ran = KIT.run(type, "leaks");

        assertThat(ran.onlyFailure())
                .startsWith("Cycles of MemoryParametersTests." + type.getSimpleName()
                        + ".leaks(): memory of gpu0 grows 4 MiB every cycle")
                .contains("certain at cycle 8 of at most 20");
        assertThat(ran.failures().get(0).getSuppressed()).isEmpty();
        assertThat(ran.reported("vramguard.verdict")).containsExactly("failed");
    }

    @ParameterizedTest
    @ValueSource(classes = {NoLeakTestCases.class, ExtendedTestCases.class})
    void cleanCyclesAreKept(Class<?> type) {
        Ran ran = KIT.run(type, "keeps");

        assertThat(ran.allPass(1).reported("vramguard.verdict")).containsExactly("passed");
    }

    @Test
    void theVerdictOnTheCyclesCountsAndNotWhatTheTestKeepsForLater() {
        Ran ran = KIT.run(NoLeakTestCases.class, "keepsAWarmModel");

        assertThat(ran.allPass(1).reported("vramguard.message"))
                .containsExactly(
                        "Cycles of MemoryParametersTests.NoLeakTestCases.keepsAWarmModel(): memory returns to its baseline; smallest detectable leak per cycle: gpu0 341 KiB");
    }

    @Test
    void cyclesThatAreNeverRunLeaveTheVerdictToTheTest() {
        assertThat(KIT.run(NoLeakTestCases.class, "neverRuns").onlyFailure())
                .startsWith("@NoLeak MemoryParametersTests.NoLeakTestCases.neverRuns(): memory of gpu0 ends 4 GiB");
    }

    @Test
    void onlyTheNamedPoolsOfCyclesAreJudged() {
        Ran ran = Kit.quick().with("vramguard.pools", "gpu0,heap").run(NamedPoolTestCases.class);

        assertThat(ran.allPass(1).reported("vramguard.verdict")).containsExactly("passed");
    }

    @Test
    void aMeterReadsNowAndAtRest() {
        KIT.run(ExtendedTestCases.class, "reads").allPass(1);
    }

    @Test
    void autodetectionGivesThemToEveryTest() {
        Kit detecting = KIT.with("junit.jupiter.extensions.autodetection.enabled", "true");

        assertThat(detecting.run(BareTestCases.class).onlyFailure())
                .startsWith("Cycles of MemoryParametersTests.BareTestCases.leaks(): memory of gpu0");
        detecting.run(NoLeakTestCases.class, "keeps").allPass(1);
        detecting.run(ExtendedTestCases.class, "keeps").allPass(1);
    }

    @Test
    void withoutAutodetectionAPlainTestGetsNone() {
        assertThat(KIT.run(BareTestCases.class).onlyFailure()).startsWith("No ParameterResolver registered");
    }

    private static void leak(Cycles cycles) {
        cycles.run(cycle -> ScriptedGpu.takes(BLOCK));
    }

    static class NoLeakTestCases {

        @Test
        @NoLeak
        void leaks(Cycles cycles) {
            leak(cycles);
        }

        @Test
        @NoLeak
        void keeps(Cycles cycles) {
            cycles.run(cycle -> {
                ScriptedGpu.takes(BLOCK);
                cycle.mark("loaded");
                ScriptedGpu.takes(-BLOCK);
            });
        }

        @Test
        @NoLeak
        void keepsAWarmModel(Cycles cycles) {
            ScriptedGpu.takes(1024 * BLOCK);
            cycles.run(cycle -> {});
        }

        @Test
        @NoLeak
        void neverRuns(Cycles cycles) {
            ScriptedGpu.takes(1024 * BLOCK);
        }
    }

    static class NamedPoolTestCases {

        @Test
        @NoLeak(pools = "heap")
        void leaksElsewhere(Cycles cycles) {
            leak(cycles);
        }
    }

    @ExtendWith(MemoryParameters.class)
    static class ExtendedTestCases {

        @Test
        void leaks(Cycles cycles) {
            leak(cycles);
        }

        @Test
        void keeps(Cycles cycles) {
            cycles.run(cycle -> {});
        }

        @Test
        void reads(Meter meter) {
            assertThat(meter.now().of(Pool.gpu(0)).amount()).hasValue(0);
            ScriptedGpu.holds(BLOCK);
            assertThat(meter.settled().of(Pool.gpu(0)).amount()).hasValue(BLOCK);
        }
    }

    static class BareTestCases {

        @Test
        void leaks(Cycles cycles) {
            leak(cycles);
        }
    }
}
