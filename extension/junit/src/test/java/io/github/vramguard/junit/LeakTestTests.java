package io.github.vramguard.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;

class LeakTestTests {

    private static final long BLOCK = 4L << 20;
    private static final Kit KIT = Kit.scripted();

    private static final List<String> CALLS = new ArrayList<>();

    @BeforeEach
    void plugIn() {
        ScriptedGpu.holds(0);
        CALLS.clear();
    }

    @AfterEach
    void unplug() {
        ScriptedGpu.unplug();
    }

    @Test
    void eachCycleIsAWholeLife() {
        Ran ran = KIT.run(LifecycleTestCases.class);

        ran.allPass(ran.started().size());
        assertThat(CALLS.subList(0, 8))
                .containsExactly("new", "before", "test", "after", "new", "before", "test", "after");
        assertThat(CALLS).hasSize(4 * ran.started().size());
    }

    @Test
    void aCleanSeriesStopsBeforeItsLimit() {
        Ran ran = KIT.run(LifecycleTestCases.class);

        assertThat(ran.started())
                .isEqualTo(IntStream.rangeClosed(1, 8)
                        .mapToObj(cycle -> "cycle " + cycle + " of at most 20")
                        .toList());
        assertThat(ran.reported("vramguard.verdict")).containsExactly("passed");
        assertThat(ran.reported("vramguard.message"))
                .containsExactly(
                        "@LeakTest LeakTestTests.LifecycleTestCases.again(): memory returns to its baseline; smallest detectable leak per cycle: gpu0 341 KiB");
    }

    @Test
    void aLeakFailsTheTestAfterTheCycleThatMakesItCertain() {
        Ran ran = KIT.run(LeakTestCases.class, "again");

        assertThat(ran.started()).hasSize(8).last().isEqualTo("cycle 8 of at most 20");
        assertThat(ran.headlines())
                .containsOnlyKeys("again()")
                .containsValue(
                        "@LeakTest LeakTestTests.LeakTestCases.again(): memory of gpu0 grows 4 MiB every cycle and none of it comes back");
        assertThat(ran.onlyFailure()).contains("certain at cycle 8 of at most 20");
        assertThat(ran.failures().get(0))
                .isInstanceOf(MemoryAssertionError.class)
                .isInstanceOf(AssertionFailedError.class)
                .hasNoCause()
                .extracting(Throwable::getStackTrace)
                .isEqualTo(new StackTraceElement[0]);
    }

    @Test
    void aLimitOfItsOwnIsInTheNamesOfItsCycles() {
        assertThat(KIT.run(LeakTestCases.class, "tenTimes").started()).first().isEqualTo("cycle 1 of at most 10");
    }

    @Test
    void fewerCyclesThanAVerdictTakesAreRefused() {
        assertThat(KIT.run(TooFewTestCases.class).onlyFailure())
                .contains("@LeakTest(maxCycles = 7) is not accepted; give at least 8");
    }

    @Test
    void aSeriesThatIsUndecidedAtItsLimitOnlyWarns() {
        Ran ran = KIT.run(UndecidedTestCases.class);

        ran.allPass(10);
        assertThat(ran.reported("vramguard.verdict")).containsExactly("inconclusive");
    }

    @Test
    void aSeriesThatIsUndecidedAtItsLimitFailsWhereThatIsAsked() {
        Ran ran = KIT.with("vramguard.inconclusive", "fail").run(UndecidedTestCases.class);

        assertThat(ran.headlines()).containsOnlyKeys("again()");
        assertThat(ran.onlyFailure())
                .startsWith("@LeakTest LeakTestTests.UndecidedTestCases.again(): inconclusive, gpu0: ");
    }

    @Test
    void aSeriesThatIsUndecidedAtItsLimitPassesWhereThatIsIgnored() {
        Ran ran = KIT.with("vramguard.inconclusive", "ignore").run(UndecidedTestCases.class);

        ran.allPass(10);
        assertThat(ran.reported("vramguard.verdict")).containsExactly("inconclusive");
    }

    static class LifecycleTestCases {

        LifecycleTestCases() {
            CALLS.add("new");
        }

        @BeforeEach
        void before() {
            CALLS.add("before");
        }

        @LeakTest
        void again() {
            CALLS.add("test");
        }

        @AfterEach
        void after() {
            CALLS.add("after");
        }
    }

    static class LeakTestCases {

        @LeakTest
        void again() {
            ScriptedGpu.takes(BLOCK);
        }

        @LeakTest(maxCycles = 10)
        void tenTimes() {}
    }

    static class TooFewTestCases {

        @LeakTest(maxCycles = 7)
        void again() {}
    }

    static class UndecidedTestCases {

        /** Grows late, so that the clean cycles in between are too few to exclude a leak. */
        @LeakTest(maxCycles = 10)
        void again() {
            CALLS.add("test");
            if (CALLS.size() == 7 || CALLS.size() == 10) {
                ScriptedGpu.takes(BLOCK);
            }
        }
    }
}
