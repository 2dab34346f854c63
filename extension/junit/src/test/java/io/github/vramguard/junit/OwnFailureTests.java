package io.github.vramguard.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.junit.jupiter.api.Assumptions.abort;

import io.github.vramguard.measure.Cycles;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A test that fails by itself keeps its own exception, and its memory is not judged. */
class OwnFailureTests {

    private static final long MODEL = 4L << 30;
    private static final Kit KIT = Kit.scripted();

    private static boolean aborts;

    @BeforeEach
    void plugIn() {
        ScriptedGpu.holds(0);
    }

    @AfterEach
    void unplug() {
        ScriptedGpu.unplug();
    }

    @ParameterizedTest
    @ValueSource(strings = {"once", "again", "inALoop", "overBudget"})
    void aFailureIsTheOnlyOne(String method) {
        aborts = false;

        Ran ran = KIT.run(FailingTestCases.class, method);

        assertThat(ran.onlyFailure()).isEqualTo("its own failure");
        assertThat(ran.failures().get(0).getSuppressed()).isEmpty();
        assertThat(ran.reported("vramguard.verdict")).containsExactly("not judged");
        assertThat(ran.started()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"once", "again", "inALoop", "overBudget"})
    void anAbortStaysAnAbort(String method) {
        aborts = true;

        Ran ran = KIT.run(FailingTestCases.class, method);

        assertThat(ran.failures()).isEmpty();
        assertThat(ran.aborts()).containsExactly("its own abort");
        assertThat(ran.reported("vramguard.verdict")).containsExactly("not judged");
        assertThat(ran.started()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"once", "again", "inALoop", "overBudget"})
    void theSameIsJudgedWhereItDoesNotFail(String method) {
        assertThat(KIT.run(LeakTestCases.class, method).onlyFailure()).contains("gpu0");
    }

    @Test
    void aConstructorThatThrowsEndsASeries() {
        Ran ran = KIT.run(ThrowingConstructorTestCases.class, "again");

        assertThat(ran.onlyFailure()).isEqualTo("its own failure");
    }

    @Test
    void aClassThatCannotBeInitializedFailsByItsOwnException() {
        List<Throwable> failures = KIT.run(ThrowingClassTestCases.class).failures();

        assertThat(failures).singleElement().isInstanceOf(ExceptionInInitializerError.class);
        assertThat(failures.get(0)).hasRootCauseMessage("its own failure");
    }

    @Test
    void aConstructorThatThrowsDoesNotBlameTheNextTest() {
        Ran ran = KIT.run(ThrowingConstructorTestCases.class, OneInstanceTestCases.class);

        assertThat(ran.headlines()).doesNotContainKey("innocent()");
        assertThat(ran.succeeded()).isEqualTo(1);
    }

    @Test
    void aLaterCycleThatFailsEndsTheSeriesUnjudged() {
        LaterFailureTestCases.cycles = 0;

        Ran ran = KIT.run(LaterFailureTestCases.class);

        assertThat(ran.headlines()).containsOnly(entry("cycle 3 of at most 20", "its own failure"));
        assertThat(ran.started()).hasSize(3);
    }

    private static void end() {
        if (aborts) {
            abort("its own abort");
        }
        throw new IllegalStateException("its own failure");
    }

    static class LeakTestCases {

        void end() {}

        private void leak() {
            ScriptedGpu.takes(MODEL);
            end();
        }

        @Test
        @NoLeak
        void once() {
            leak();
        }

        @LeakTest
        void again() {
            leak();
        }

        @Test
        @VramBudget("1 GiB")
        void overBudget() {
            leak();
        }

        @Test
        @ExtendWith(MemoryParameters.class)
        void inALoop(Cycles cycles) {
            cycles.run(cycle -> ScriptedGpu.takes(MODEL));
            end();
        }
    }

    static class FailingTestCases extends LeakTestCases {

        @Override
        void end() {
            OwnFailureTests.end();
        }
    }

    static class ThrowingConstructorTestCases {

        ThrowingConstructorTestCases() {
            ScriptedGpu.takes(MODEL);
            throw new IllegalStateException("its own failure");
        }

        @LeakTest
        void again() {}

        @Test
        @NoLeak
        void once() {}
    }

    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    static class OneInstanceTestCases {

        @Test
        @NoLeak
        void innocent() {}
    }

    static class LaterFailureTestCases {

        private static int cycles;

        @LeakTest
        void again() {
            ScriptedGpu.takes(MODEL);
            cycles++;
            if (cycles == 3) {
                throw new IllegalStateException("its own failure");
            }
        }
    }

    static class ThrowingClassTestCases {

        static final String VALUE = fail();

        private static String fail() {
            throw new IllegalStateException("its own failure");
        }

        @Test
        @NoLeak
        void once() {}
    }
}
