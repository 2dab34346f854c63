package io.github.vramguard.junit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The invocations of one test template are the cycles of one series. */
class SeriesTests {

    private static final long BLOCK = 4L << 20;
    private static final long MODEL = 4L << 30;

    @AfterEach
    void giveBack() {
        Planted.giveBack();
        ScriptedGpu.unplug();
    }

    @ParameterizedTest
    @ValueSource(strings = {"repeated", "parameterized"})
    void aLeakIsFoundInTheEighthInvocationAndReportedAfterTheLast(String method) {
        ScriptedGpu.holds(0);

        Class<?> type = method.equals("repeated") ? RepeatedTestCases.class : ParameterizedTestCases.class;
        Ran ran = Kit.scripted().run(type);

        assertThat(ran.onlyFailure())
                .startsWith("@NoLeak SeriesTests." + type.getSimpleName() + "." + method
                        + "(): memory of gpu0 grows 4 MiB every cycle")
                .contains("certain at cycle 8\n");
        assertThat(ran.headlines().keySet()).first().asString().startsWith(method + "(");
        assertThat(ran.started()).hasSize(10);
    }

    @Test
    void theHeapTakesTwelveInvocations() {
        Ran ran = Kit.measuring("heap").run(HeapTestCases.class);

        assertThat(ran.onlyFailure()).contains("certain at cycle 12\n");
    }

    @Test
    void aCleanSeriesIsKept() {
        ScriptedGpu.holds(0);

        Ran ran = Kit.scripted().run(CleanTestCases.class);

        assertThat(ran.allPass(10).reported("vramguard.verdict")).containsExactly("passed");
    }

    @Test
    void fewerThanEightInvocationsAreJudgedAsOneRunWhenTheirContainerEnds() {
        ScriptedGpu.holds(0);

        Ran ran = Kit.scripted().run(ThreeTimesTestCases.class);

        assertThat(ran.succeeded()).isEqualTo(3);
        assertThat(ran.headlines())
                .containsOnlyKeys("threeTimes()")
                .containsValue(
                        "@NoLeak SeriesTests.ThreeTimesTestCases.threeTimes(): memory of gpu0 ends 12 GiB above its baseline");
    }

    @Test
    void aFailedInvocationLeavesTheSeriesUnjudged() {
        ScriptedGpu.holds(0);

        Ran ran = Kit.scripted().run(FailingTestCases.class);

        assertThat(ran.headlines()).hasSize(1).containsValue("its own failure");
    }

    static class RepeatedTestCases {

        @NoLeak
        @RepeatedTest(10)
        void repeated() {
            ScriptedGpu.takes(BLOCK);
        }
    }

    static class ParameterizedTestCases {

        @NoLeak
        @ParameterizedTest
        @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
        void parameterized(int prompt) {
            ScriptedGpu.takes(BLOCK);
        }
    }

    static class HeapTestCases {

        @NoLeak
        @RepeatedTest(14)
        void repeated() {
            Planted.heap(256);
        }
    }

    static class CleanTestCases {

        @NoLeak
        @RepeatedTest(10)
        void repeated() {}
    }

    static class ThreeTimesTestCases {

        @NoLeak
        @RepeatedTest(3)
        void threeTimes() {
            ScriptedGpu.takes(MODEL);
        }
    }

    static class FailingTestCases {

        @NoLeak
        @ParameterizedTest
        @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
        void parameterized(int prompt) {
            ScriptedGpu.takes(BLOCK);
            if (prompt == 5) {
                throw new IllegalStateException("its own failure");
            }
        }
    }
}
