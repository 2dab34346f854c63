package io.github.vramguard.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vramguard.measure.Cycles;
import io.github.vramguard.memory.Pool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigurationTests {

    private static final long MODEL = 4L << 30;
    private static final long FIRST_USE = 512L << 20;
    private static final Kit KIT = Kit.scripted();

    private static int runs;

    @BeforeEach
    void plugIn() {
        ScriptedGpu.holds(0);
        runs = 0;
    }

    @AfterEach
    void unplug() {
        ScriptedGpu.unplug();
        System.clearProperty("vramguard.tolerence");
    }

    @Test
    void anUnknownKeyAmongTheSystemPropertiesIsNamed() {
        System.setProperty("vramguard.tolerence", "1 MiB");

        assertThat(KIT.run(TestCases.class, "keeps").onlyFailure())
                .startsWith(
                        "vramguard.tolerence is not a setting; there are vramguard.backend, vramguard.baseline.dir");
        assertThat(runs).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    vramguard.mode              | enforced | is not accepted; give enforce or report or off
                    vramguard.unavailable       | abort    | is not accepted; give skip or fail or ignore
                    vramguard.pools             | vram     | "vram" is not a pool
                    vramguard.cycles.max        | 7        | is not accepted; give a whole number from 8
                    vramguard.sampling.interval | 5 ms     | is not accepted; give milliseconds from 1
                    """)
    void aBadValueIsNamedWithItsKeyAndWhatIsAccepted(String key, String value, String accepted) {
        assertThat(KIT.with(key, value).run(TestCases.class, "keeps").onlyFailure())
                .contains(key + " = \"" + value + "\"", accepted);
        assertThat(runs).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"leaks", "leaksInASeries", "leaksInALoop", "isOverBudget"})
    void reportModeTellsAndNeverFails(String method) {
        Ran ran = KIT.with("vramguard.mode", "report")
                .with("vramguard.strict", "true")
                .run(TestCases.class, method);

        assertThat(ran.failures()).isEmpty();
        assertThat(ran.reported("vramguard.verdict")).containsExactly("failed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"leaks", "isOverBudget"})
    void reportModeRunsWhatCannotBeMeasured(String method) {
        ScriptedGpu.unplug();

        KIT.with("vramguard.mode", "report")
                .with("vramguard.strict", "true")
                .run(WithoutGpuTestCases.class, method)
                .allPass(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"leaks", "leaksInASeries", "leaksInALoop", "isOverBudget"})
    void switchedOffItRunsOnceAndSaysNothing(String method) {
        Ran ran = KIT.with("vramguard.mode", "off").run(TestCases.class, method);

        ran.allPass(1);
        assertThat(ran.reported("vramguard.verdict")).isEmpty();
        assertThat(runs).isEqualTo(1);
    }

    @Test
    void switchedOffItStillSeesTheGpuThatATestRequires() {
        KIT.with("vramguard.mode", "off").run(RequiringTestCases.class).allPass(1);

        assertThat(runs).isEqualTo(1);
    }

    @Test
    void whatAFirstUseCanExplainOnlyWarns() {
        Ran ran = KIT.run(TestCases.class, "warmsUp");

        assertThat(ran.allPass(1).reported("vramguard.verdict")).containsExactly("inconclusive");
    }

    @Test
    void strictFailsWhatIsInconclusive() {
        assertThat(KIT.with("vramguard.strict", "true")
                        .run(TestCases.class, "warmsUp")
                        .onlyFailure())
                .startsWith(
                        "@NoLeak ConfigurationTests.TestCases.warmsUp(): inconclusive, gpu0: 512 MiB remain, which a first use can explain")
                .contains("use @LeakTest to find out");
    }

    @Test
    void strictFailsWhatCannotBeMeasured() {
        ScriptedGpu.unplug();

        assertThat(KIT.with("vramguard.strict", "true")
                        .run(TestCases.class, "keeps")
                        .onlyFailure())
                .startsWith("gpu0 cannot be read: ");
        assertThat(runs).isZero();
    }

    /** Of these nobody asked for the second by name. */
    private static Kit twoGpus() {
        ScriptedGpu.refuses(Pool.gpu(1), "/dev/nvidia1 may not be opened");
        return Kit.scripted().with("vramguard.pools", "");
    }

    @Test
    void whatPassesNamesAMainPoolThatCannotBeRead() {
        assertThat(twoGpus().run(TestCases.class, "keeps").allPass(1).reported("vramguard.message"))
                .singleElement()
                .asString()
                .endsWith("; not measured: gpu1 (/dev/nvidia1 may not be opened)");
    }

    @ParameterizedTest
    @CsvSource({"vramguard.strict, true", "vramguard.unavailable, fail"})
    void whatMustBeReadDoesNotPassUnread(String key, String value) {
        assertThat(twoGpus().with(key, value).run(TestCases.class, "keeps").onlyFailure())
                .startsWith(
                        "@NoLeak ConfigurationTests.TestCases.keeps(): inconclusive, gpu1: not measured: /dev/nvidia1 may not be opened");
    }

    @Test
    void norDoesItFailWhereAllIsRead() {
        Kit.scripted()
                .with("vramguard.pools", "")
                .with("vramguard.strict", "true")
                .run(TestCases.class, "keeps")
                .allPass(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"leaks", "leaksInASeries"})
    void aPoolOfTheAnnotationThatCannotBeReadAbortsBeforeTheTestRuns(String method) {
        ScriptedGpu.unplug();

        Ran ran = Kit.quick().run(NamedPoolTestCases.class, method);

        assertThat(ran.aborts()).singleElement().asString().startsWith("gpu0 cannot be read: ");
        assertThat(runs).isZero();
    }

    @Test
    void aPoolOfTheSettingsThatCannotBeReadAbortsBeforeTheTestRuns() {
        ScriptedGpu.unplug();

        assertThat(KIT.run(TestCases.class, "keeps").aborts())
                .singleElement()
                .asString()
                .startsWith("gpu0 cannot be read: ");
        assertThat(runs).isZero();
    }

    @Test
    void aPoolThatCannotBeReadIsLeftOutWhereThatIsIgnored() {
        ScriptedGpu.unplug();

        KIT.with("vramguard.unavailable", "ignore")
                .run(TestCases.class, "keeps")
                .allPass(1);

        assertThat(runs).isEqualTo(1);
    }

    @Test
    void aMessageHasARowForEachPoolOnlyOnRequest() {
        Kit both = Kit.measuring("gpu0,direct");

        assertThat(both.run(TestCases.class, "leaks").onlyFailure())
                .contains("     4 GiB   FAILED")
                .contains("  clean      direct ");
        assertThat(both.with("vramguard.message", "full")
                        .run(TestCases.class, "leaks")
                        .onlyFailure())
                .contains("     4 GiB   FAILED")
                .containsPattern("\\n {2}(direct .* passed|steady +direct )")
                .doesNotContain("  clean ");
    }

    @Test
    void thePoolsOfAnAnnotationGoBeforeThoseOfTheSettings() {
        assertThat(Kit.measuring("heap").run(OwnPoolTestCases.class).onlyFailure())
                .startsWith(
                        "@NoLeak ConfigurationTests.OwnPoolTestCases.leaks(): memory of gpu0 ends 4 GiB above its baseline");
    }

    @Test
    void aPoolThatIsNoneIsRefused() {
        assertThat(KIT.run(UnknownPoolTestCases.class).onlyFailure())
                .startsWith("@NoLeak(pools): \"vram\" is not a pool; there are gpu0");
    }

    static class TestCases {

        private static void take(long bytes) {
            runs++;
            ScriptedGpu.takes(bytes);
        }

        @Test
        @NoLeak
        void keeps() {
            runs++;
        }

        @Test
        @NoLeak
        void warmsUp() {
            take(FIRST_USE);
        }

        @Test
        @NoLeak
        void leaks() {
            take(MODEL);
        }

        @LeakTest
        void leaksInASeries() {
            take(MODEL);
        }

        @Test
        @NoLeak
        void leaksInALoop(Cycles cycles) {
            cycles.run(cycle -> take(MODEL));
        }

        @Test
        @VramBudget("1 GiB")
        void isOverBudget() {
            take(MODEL);
        }
    }

    static class WithoutGpuTestCases {

        @Test
        @NoLeak(pools = "gpu0")
        void leaks() {}

        @Test
        @VramBudget("1 GiB")
        void isOverBudget() {}
    }

    static class RequiringTestCases {

        @Test
        @RequiresGpu
        void runsOnAGpu() {
            runs++;
        }
    }

    static class OwnPoolTestCases {

        @Test
        @NoLeak(pools = "gpu0")
        void leaks() {
            ScriptedGpu.takes(MODEL);
        }
    }

    static class NamedPoolTestCases {

        @Test
        @NoLeak(pools = {"heap", "gpu0"})
        void leaks() {
            runs++;
        }

        @LeakTest(pools = "gpu0")
        void leaksInASeries() {
            runs++;
        }
    }

    static class UnknownPoolTestCases {

        @Test
        @NoLeak(pools = "vram")
        void runs() {}
    }
}
