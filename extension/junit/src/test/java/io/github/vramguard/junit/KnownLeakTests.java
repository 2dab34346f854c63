package io.github.vramguard.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vramguard.measure.Cycles;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KnownLeakTests {

    private static final long BLOCK = 4L << 20;
    private static final Kit KIT = Kit.scripted();
    private static final Kit WITH_FILES =
            KIT.with("vramguard.sources", ScriptedGpu.NAME + ",proc-task").with("vramguard.pools", "gpu0,files");

    @BeforeEach
    void plugIn() {
        ScriptedGpu.holds(0);
    }

    @AfterEach
    void unplug() {
        ScriptedGpu.unplug();
        Planted.giveBack();
    }

    @ParameterizedTest
    @ValueSource(strings = {"within", "inALoop", "withinInOneRun"})
    void aLeakWithinItsPermissionPasses(String method) {
        Ran ran = KIT.run(PermittedTestCases.class, method);

        assertThat(ran.failures()).isEmpty();
        assertThat(ran.reported("vramguard.verdict")).containsExactly("passed");
    }

    @Test
    void aPassSaysWhichLeakOccurredAndWhereItIsTracked() {
        Ran ran = KIT.run(PermittedTestCases.class, "within");

        assertThat(ran.reported("vramguard.message"))
                .containsExactly("@LeakTest KnownLeakTests.PermittedTestCases.within(): the known leak occurred and is"
                        + " permitted: gpu0 grows 4 MiB per cycle, up to 4 MiB (#102)");
    }

    @Test
    void soDoesAPassOfOneRun() {
        Ran ran = KIT.run(PermittedTestCases.class, "withinInOneRun");

        assertThat(ran.reported("vramguard.message"))
                .containsExactly(
                        "@NoLeak KnownLeakTests.PermittedTestCases.withinInOneRun(): the known leak occurred and"
                                + " is permitted: gpu0 ends 2 GiB above its baseline, up to 2 GiB (#102)");
    }

    @ParameterizedTest
    @ValueSource(classes = {AloneTestCases.class, AloneOnClassTestCases.class, AloneWithBudgetTestCases.class})
    void whereNothingIsJudgedItIsAnError(Class<?> type) {
        AloneTestCases.ran = false;

        assertThat(KIT.run(type).onlyFailure())
                .startsWith("@KnownLeak on KnownLeakTests." + type.getSimpleName())
                .endsWith("permits nothing, because no leak is looked for; add @NoLeak or @LeakTest, or remove it");
        assertThat(AloneTestCases.ran).isFalse();
    }

    @Test
    void onAClassWithSomeTestsThatAreJudgedItIsNone() {
        KIT.run(MixedTestCases.class).allPass(9);
    }

    @Test
    void aLeakAboveItsPermissionFails() {
        assertThat(KIT.run(PermittedTestCases.class, "above").onlyFailure())
                .startsWith(
                        "@LeakTest KnownLeakTests.PermittedTestCases.above(): memory of gpu0 grows 4 MiB every cycle");
    }

    @Test
    void aPermissionThatIsNoLongerNeededFailsAndSaysSo() {
        assertThat(KIT.run(PermittedTestCases.class, "cured").onlyFailure())
                .startsWith(
                        "@LeakTest KnownLeakTests.PermittedTestCases.cured(): the known leak of gpu0 (#102) no longer occurs; remove its @KnownLeak");
    }

    @Test
    void twoPoolsCanHaveAPermissionEach() {
        Ran ran = WITH_FILES.run(TwoPoolsTestCases.class, "leaksBoth");

        assertThat(ran.failures()).isEmpty();
        assertThat(ran.reported("vramguard.verdict")).containsExactly("passed");
    }

    @Test
    void theOneOfTwoThatIsCuredIsNamed() {
        assertThat(WITH_FILES.run(TwoPoolsTestCases.class, "leaksOne").onlyFailure())
                .startsWith(
                        "@LeakTest KnownLeakTests.TwoPoolsTestCases.leaksOne(): the known leak of files (#2) no longer occurs");
    }

    @Test
    void onAClassItHoldsForTestsThatHaveNoneOfTheirOwn() {
        assertThat(KIT.run(ClassTestCases.class).onlyFailure())
                .startsWith("@LeakTest KnownLeakTests.ClassTestCases.own(): memory of gpu0 grows");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    blankReason | @KnownLeak(reason) is blank
                    badAmount   | @KnownLeak(upTo)
                    badCount    | @KnownLeak(upTo): "1 MiB" is not a number of files; give a whole number
                    badPool     | @KnownLeak(pool): "vram" is not a pool; there are gpu0
                    """)
    void whatCannotBeReadIsRefusedBeforeTheTestRuns(String method, String message) {
        RefusedTestCases.ran = false;

        assertThat(KIT.run(RefusedTestCases.class, method).onlyFailure()).contains(message);
        assertThat(RefusedTestCases.ran).isFalse();
    }

    static class PermittedTestCases {

        @LeakTest
        @KnownLeak(reason = "#102", upTo = "4 MiB", pool = "gpu0")
        void within() {
            ScriptedGpu.takes(BLOCK);
        }

        @LeakTest
        @KnownLeak(reason = "#102", upTo = "3 MiB")
        void above() {
            ScriptedGpu.takes(BLOCK);
        }

        @LeakTest
        @KnownLeak(reason = "#102", upTo = "4 MiB", pool = "gpu0")
        void cured() {}

        @Test
        @ExtendWith(MemoryParameters.class)
        @KnownLeak(reason = "#102", upTo = "4 MiB")
        void inALoop(Cycles cycles) {
            cycles.run(cycle -> ScriptedGpu.takes(BLOCK));
        }

        @Test
        @NoLeak
        @KnownLeak(reason = "#102", upTo = "2 GiB")
        void withinInOneRun() {
            ScriptedGpu.takes(512 * BLOCK);
        }
    }

    static class AloneTestCases {

        private static boolean ran;

        @Test
        @KnownLeak(reason = "#1", upTo = "4 MiB")
        void alone() {
            ran = true;
        }
    }

    @KnownLeak(reason = "#1", upTo = "4 MiB")
    @KnownLeak(reason = "#2", upTo = "1", pool = "files")
    static class AloneOnClassTestCases {

        @Test
        void plain() {
            AloneTestCases.ran = true;
        }
    }

    static class AloneWithBudgetTestCases {

        @Test
        @VramBudget("1 GiB")
        @KnownLeak(reason = "#1", upTo = "4 MiB")
        @KnownLeak(reason = "#2", upTo = "1", pool = "files")
        void alone() {
            AloneTestCases.ran = true;
        }
    }

    @KnownLeak(reason = "#1", upTo = "4 MiB", pool = "gpu0")
    static class MixedTestCases {

        @Test
        void plain() {}

        @Nested
        class Inner {

            @LeakTest
            void again() {
                ScriptedGpu.takes(BLOCK);
            }
        }
    }

    @KnownLeak(reason = "#1", upTo = "4 MiB", pool = "gpu0")
    static class ClassTestCases {

        @LeakTest
        void inherits() {
            ScriptedGpu.takes(BLOCK);
        }

        @LeakTest
        @KnownLeak(reason = "#2", upTo = "1 MiB", pool = "gpu0")
        void own() {
            ScriptedGpu.takes(BLOCK);
        }
    }

    @KnownLeak(reason = "#1", upTo = "4 MiB", pool = "gpu0")
    @KnownLeak(reason = "#2", upTo = "1", pool = "files")
    static class TwoPoolsTestCases {

        @LeakTest
        void leaksBoth() throws Exception {
            ScriptedGpu.takes(BLOCK);
            Planted.file();
        }

        @LeakTest
        void leaksOne() {
            ScriptedGpu.takes(BLOCK);
        }
    }

    static class RefusedTestCases {

        private static boolean ran;

        @Test
        @NoLeak
        @KnownLeak(reason = " ", upTo = "1 MiB")
        void blankReason() {
            ran = true;
        }

        @LeakTest
        @KnownLeak(reason = "#1", upTo = "much")
        void badAmount() {
            ran = true;
        }

        @Test
        @NoLeak
        @KnownLeak(reason = "#1", upTo = "1 MiB", pool = "files")
        void badCount() {
            ran = true;
        }

        @Test
        @NoLeak
        @KnownLeak(reason = "#1", upTo = "1 MiB", pool = "vram")
        void badPool() {
            ran = true;
        }
    }
}
