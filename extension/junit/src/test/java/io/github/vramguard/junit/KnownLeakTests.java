package io.github.vramguard.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vramguard.measure.Cycles;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
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
    void aLeakAboveItsPermissionFails() {
        assertThat(KIT.run(PermittedTestCases.class, "above").onlyFailure())
                .startsWith("@LeakTest above(): memory of gpu0 grows 4 MiB every cycle");
    }

    @Test
    void aPermissionThatIsNoLongerNeededFailsAndSaysSo() {
        assertThat(KIT.run(PermittedTestCases.class, "cured").onlyFailure())
                .startsWith("@LeakTest cured(): the known leak of gpu0 (#102) no longer occurs; remove its @KnownLeak");
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
                .startsWith("@LeakTest leaksOne(): the known leak of files (#2) no longer occurs");
    }

    @Test
    void onAClassItHoldsForTestsThatHaveNoneOfTheirOwn() {
        assertThat(KIT.run(ClassTestCases.class).onlyFailure()).startsWith("@LeakTest own(): memory of gpu0 grows");
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
