package io.github.vramguard.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.vramguard.memory.Pool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VramBudgetTests {

    private static final long GIB = 1L << 30;
    private static final Kit KIT = Kit.quick().with("vramguard.sampling.interval", "5");

    private static boolean ran;

    @BeforeEach
    void reset() {
        ran = false;
    }

    @AfterEach
    void unplug() {
        ScriptedGpu.unplug();
    }

    @Test
    void aPeakEqualToTheBudgetIsKept() {
        ScriptedGpu.holds(6 * GIB);

        assertThat(KIT.run(BudgetTestCases.class, "holds").allPass(1).reported("vramguard.verdict"))
                .containsExactly("passed");
    }

    @Test
    void oneByteMoreIsTooMuch() {
        ScriptedGpu.holds(6 * GIB + 1);

        assertThat(KIT.run(BudgetTestCases.class, "holds").onlyFailure())
                .startsWith(
                        "@VramBudget VramBudgetTests.BudgetTestCases.holds(): gpu0 peaks at 6 GiB, 1 B over the budget of 6 GiB")
                .contains("measured   this JVM", "next       load less at a time");
    }

    @Test
    void aPeakInTheMiddleIsSeen() {
        ScriptedGpu.holds(GIB);

        assertThat(KIT.run(BudgetTestCases.class, "peaks").onlyFailure())
                .startsWith(
                        "@VramBudget VramBudgetTests.BudgetTestCases.peaks(): gpu0 peaks at 8 GiB, 2 GiB over the budget of 6 GiB");
    }

    @Test
    void aPeakWhileAFieldIsClosedIsSeen() {
        ScriptedGpu.holds(GIB);

        assertThat(KIT.run(ClosingTestCases.class).onlyFailure()).contains("gpu0 peaks at 8 GiB");
    }

    @Test
    void eachGpuHasTheBudgetForItself() {
        ScriptedGpu.holds(Pool.gpu(0), 4 * GIB);
        ScriptedGpu.holds(Pool.gpu(1), 6 * GIB);
        KIT.run(BudgetTestCases.class, "holds").allPass(1);

        ScriptedGpu.holds(Pool.gpu(1), 7 * GIB);
        assertThat(KIT.run(BudgetTestCases.class, "holds").onlyFailure())
                .startsWith(
                        "@VramBudget VramBudgetTests.BudgetTestCases.holds(): gpu1 peaks at 7 GiB, 1 GiB over the budget of 6 GiB");
    }

    @Test
    void onAClassItHoldsForEachTestAndEachRepetition() {
        ScriptedGpu.holds(7 * GIB);

        assertThat(KIT.run(ClassTestCases.class).headlines())
                .containsOnlyKeys("once()", "repetition 1 of 2", "repetition 2 of 2");
    }

    @Test
    void withoutAGpuTheTestIsAbortedWithTheReason() {
        Ran end = KIT.run(BudgetTestCases.class, "holds");

        assertThat(end.failures()).isEmpty();
        assertThat(end.aborts())
                .singleElement()
                .asString()
                .startsWith("@VramBudget: no GPU can be read: ")
                .contains("no NVIDIA, AMD or Intel GPU driver found")
                .endsWith("(vramguard.unavailable = skip)");
        assertThat(ran).isFalse();
    }

    @Test
    void withoutAGpuTheTestFailsWhereThatIsAsked() {
        assertThat(KIT.with("vramguard.unavailable", "fail")
                        .run(BudgetTestCases.class, "holds")
                        .onlyFailure())
                .startsWith("@VramBudget: no GPU can be read: ");
        assertThat(ran).isFalse();
    }

    @Test
    void withoutAGpuTheTestRunsWhereThatIsIgnored() {
        KIT.with("vramguard.unavailable", "ignore")
                .run(BudgetTestCases.class, "holds")
                .allPass(1);

        assertThat(ran).isTrue();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aBudgetThatCannotBeReadIsRefused(boolean gpu) {
        if (gpu) {
            ScriptedGpu.holds(0);
        }

        assertThat(KIT.run(RefusedTestCases.class).onlyFailure())
                .startsWith("@VramBudget: ")
                .contains("6 gigs", "6 GiB");
        assertThat(ran).isFalse();
    }

    @Test
    void whatRequiresAGpuIsSkippedWithoutOne() {
        Ran end = KIT.run(RequiresGpuTestCases.class);

        assertThat(end.skips())
                .singleElement()
                .asString()
                .contains("no GPU can be read: ", "no NVIDIA, AMD or Intel GPU driver found");
        assertThat(ran).isFalse();
    }

    @Test
    void whatRequiresAGpuRunsWithOne() {
        ScriptedGpu.holds(0);

        KIT.run(RequiresGpuTestCases.class).allPass(1);

        assertThat(ran).isTrue();
    }

    static class BudgetTestCases {

        @Test
        @VramBudget("6 GiB")
        void holds() {
            ran = true;
        }

        @Test
        @VramBudget("6 GiB")
        void peaks() {
            ScriptedGpu.holds(8 * GIB);
            int before = ScriptedGpu.reads();
            await().until(() -> ScriptedGpu.reads() > before + 1);
            ScriptedGpu.holds(GIB);
        }
    }

    static class ClosingTestCases {

        @AutoClose
        private final AutoCloseable model = () -> ScriptedGpu.holds(8 * GIB);

        @Test
        @VramBudget("6 GiB")
        void closes() {}
    }

    @VramBudget("6 GiB")
    static class ClassTestCases {

        @Test
        void once() {}

        @RepeatedTest(2)
        void again() {}
    }

    static class RefusedTestCases {

        @Test
        @VramBudget("6 gigs")
        void runs() {
            ran = true;
        }
    }

    static class RequiresGpuTestCases {

        @Test
        @RequiresGpu
        void runs() {
            ran = true;
        }
    }
}
