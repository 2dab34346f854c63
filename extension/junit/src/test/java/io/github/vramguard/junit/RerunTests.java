package io.github.vramguard.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tools select what has failed by its unique id and run it again. That must not pass because nothing was run. */
class RerunTests {

    private static final long BLOCK = 4L << 20;
    private static final Kit KIT = Kit.scripted();

    private static int runs;
    private static boolean leaks;

    @BeforeEach
    void plugIn() {
        ScriptedGpu.holds(0);
        runs = 0;
        leaks = false;
    }

    @AfterEach
    void unplug() {
        ScriptedGpu.unplug();
    }

    private static void cycle() {
        runs++;
        if (leaks) {
            ScriptedGpu.takes(BLOCK);
        }
    }

    private static String id(String method) {
        return "[engine:junit-jupiter]/[class:" + TestCases.class.getName() + "]/[test-template:" + method + "()]";
    }

    private static String id(String method, int invocation) {
        return id(method) + "/[test-template-invocation:#" + invocation + "]";
    }

    @ParameterizedTest
    @ValueSource(strings = {"again", "repeated"})
    void aLeakFailsTheMethodWhoseNameIsTheSameInEachRun(String method) {
        leaks = true;

        List<String> failed = KIT.run(TestCases.class, method).failedIds();

        assertThat(failed).containsExactly(id(method));
    }

    @ParameterizedTest
    @ValueSource(strings = {"again", "repeated"})
    void theSameMeasuresAllCyclesAgain(String method) {
        leaks = true;
        assertThat(KIT.again(id(method)).onlyFailure()).contains("grows 4 MiB every cycle");

        leaks = false;
        runs = 0;
        Ran cured = KIT.again(id(method));

        assertThat(cured.failures()).isEmpty();
        assertThat(cured.reported("vramguard.verdict")).containsExactly("passed");
        assertThat(runs).isGreaterThanOrEqualTo(8);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 8, 20, 21})
    void aSingleCycleFailsAndSaysWhatToSelect(int cycle) {
        Ran ran = KIT.again(id("again", cycle));

        assertThat(ran.onlyFailure())
                .startsWith("@LeakTest RerunTests.TestCases.again(): cycle ")
                .endsWith(
                        " was not selected, and a verdict takes all cycles; select the method, not one of its invocations");
        assertThat(ran.reported("vramguard.verdict")).doesNotContain("passed");
    }

    @Test
    void aSingleCycleFailsWithoutMeasuringToo() {
        assertThat(KIT.with("vramguard.mode", "off").again(id("again", 8)).onlyFailure())
                .contains("cycle 1 was not selected");
    }

    @Test
    void withoutMeasuringTheFirstCycleIsAll() {
        KIT.with("vramguard.mode", "off").again(id("again", 1)).allPass(1);
    }

    @Test
    void allCyclesTogetherAreTheSeries() {
        String[] all = new String[20];
        for (int cycle = 1; cycle <= all.length; cycle++) {
            all[cycle - 1] = id("again", cycle);
        }

        assertThat(KIT.again(all).allPass(8).reported("vramguard.verdict")).containsExactly("passed");
    }

    static class TestCases {

        @LeakTest
        void again() {
            cycle();
        }

        @NoLeak
        @RepeatedTest(10)
        void repeated() {
            cycle();
        }
    }
}
