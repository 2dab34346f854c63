package io.github.vramguard.junit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What one test tolerates. */
class ToleranceTests {

    private static final long MIB = 1L << 20;
    private static final long STEP = 4 * MIB;
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
    @ValueSource(strings = {"ofThePool", "ofAllPools"})
    void growthUpToItPasses(String test) {
        assertThat(KIT.run(LeakTestCases.class, test).failures()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ofAnotherPool", "tooLittle", "without"})
    void moreFails(String test) {
        assertThat(KIT.run(LeakTestCases.class, test).onlyFailure())
                .startsWith("@LeakTest ToleranceTests.LeakTestCases." + test + "(): ");
    }

    @Test
    void itTakesPrecedenceOverTheSettings() {
        Kit strict = KIT.with("vramguard.tolerance.gpu0", "1 MiB");
        Kit generous = KIT.with("vramguard.tolerance.gpu0", "8 MiB");

        assertThat(strict.run(LeakTestCases.class, "ofThePool").failures()).isEmpty();
        assertThat(generous.run(LeakTestCases.class, "tooLittle").failures()).hasSize(1);
    }

    @Test
    void itAppliesToOneRunToo() {
        KIT.run(OneRunTestCases.class, "tolerated").allPass(1);
        ScriptedGpu.holds(0);
        assertThat(KIT.run(OneRunTestCases.class, "without").onlyFailure())
                .startsWith("@NoLeak ToleranceTests.OneRunTestCases.without(): ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
            badLeakTest | @LeakTest(tolerance): "much" is not accepted; give an amount for all pools
            badNoLeak   | @NoLeak(tolerance): "vram=1 MiB" is not accepted; give an amount for all pools
            """)
    void whatIsNotAcceptedNamesTheAnnotationAndTheValue(String test, String complaint) {
        assertThat(KIT.run(RefusedTestCases.class, test).onlyFailure()).contains(complaint);
    }

    static class LeakTestCases {

        @LeakTest(tolerance = "gpu0=4 MiB")
        void ofThePool() {
            ScriptedGpu.takes(STEP);
        }

        @LeakTest(tolerance = "4 MiB")
        void ofAllPools() {
            ScriptedGpu.takes(STEP);
        }

        @LeakTest(tolerance = "heap=4 MiB")
        void ofAnotherPool() {
            ScriptedGpu.takes(STEP);
        }

        @LeakTest(tolerance = "gpu0=3 MiB")
        void tooLittle() {
            ScriptedGpu.takes(STEP);
        }

        @LeakTest
        void without() {
            ScriptedGpu.takes(STEP);
        }
    }

    static class OneRunTestCases {

        @Test
        @NoLeak(tolerance = "gpu0=4 GiB")
        void tolerated() {
            ScriptedGpu.takes(STEP << 10);
        }

        @Test
        @NoLeak
        void without() {
            ScriptedGpu.takes(STEP << 10);
        }
    }

    static class RefusedTestCases {

        @LeakTest(tolerance = "much")
        void badLeakTest() {}

        @Test
        @NoLeak(tolerance = "vram=1 MiB")
        void badNoLeak() {}
    }
}
