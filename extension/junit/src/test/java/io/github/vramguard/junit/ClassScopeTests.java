package io.github.vramguard.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A class as a whole must give its memory back. */
class ClassScopeTests {

    private static final long MODEL = 4L << 30;
    private static final Kit KIT = Kit.scripted();

    @BeforeEach
    void plugIn() {
        ScriptedGpu.holds(0);
    }

    @AfterEach
    void unplug() {
        ScriptedGpu.unplug();
    }

    @Test
    void aModelOfTheWholeClassIsNoLeakOnceItIsClosed() {
        assertThat(KIT.run(ClosedTestCases.class).allPass(2).reported("vramguard.verdict"))
                .containsExactly("passed");
    }

    @ParameterizedTest
    @ValueSource(classes = {OpenTestCases.class, OneInstanceTestCases.class})
    void aModelThatStaysOpenFailsTheClass(Class<?> type) {
        Ran ran = KIT.run(type);

        assertThat(ran.headlines())
                .hasSize(1)
                .containsValue("@NoLeak ClassScopeTests." + type.getSimpleName()
                        + ": memory of gpu0 ends 4 GiB above its baseline");
        assertThat(ran.succeeded()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fails", "aborts", "failsInOneRepetition", "failsBeforeItsBody"})
    void oneTestThatFailsLeavesTheClassUnjudged(String method) {
        Ran ran = KIT.run(FailingTestCases.class, method);

        assertThat(ran.failures()).allMatch(failure -> failure.getMessage().equals("its own failure"));
        assertThat(ran.reported("vramguard.verdict")).containsExactly("not judged");
    }

    @Test
    void oneNestedTestThatFailsLeavesTheClassUnjudged() {
        Ran ran = KIT.run(NestedFailureTestCases.class);

        assertThat(ran.onlyFailure()).isEqualTo("its own failure");
        assertThat(ran.reported("vramguard.verdict")).containsExactly("not judged");
    }

    @Test
    void aMethodCanStillBeJudgedByItself() {
        assertThat(KIT.run(MethodTestCases.class).headlines()).containsOnlyKeys("leaks()");
    }

    @NoLeak(scope = NoLeak.Scope.CLASS)
    static class OpenTestCases {

        @BeforeAll
        static void load() {
            ScriptedGpu.takes(MODEL);
        }

        @Test
        void answers() {}
    }

    static class ClosedTestCases extends OpenTestCases {

        @Test
        void answersAgain() {}

        @AfterAll
        static void unload() {
            ScriptedGpu.takes(-MODEL);
        }
    }

    @NoLeak(scope = NoLeak.Scope.CLASS)
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    static class OneInstanceTestCases {

        OneInstanceTestCases() {
            ScriptedGpu.takes(MODEL);
        }

        @Test
        void answers() {}
    }

    static class FailingTestCases extends OpenTestCases {

        private static boolean constructorFails;

        FailingTestCases() {
            if (constructorFails) {
                throw new IllegalStateException("its own failure");
            }
        }

        @BeforeAll
        static void reset() {
            constructorFails = false;
        }

        @Test
        void fails() {
            throw new IllegalStateException("its own failure");
        }

        @Test
        void aborts() {
            abort("its own abort");
        }

        @RepeatedTest(3)
        void failsInOneRepetition(RepetitionInfo repetition) {
            if (repetition.getCurrentRepetition() == 2) {
                fails();
            }
        }

        @RepeatedTest(2)
        void failsBeforeItsBody() {
            constructorFails = true;
        }
    }

    @NoLeak(scope = NoLeak.Scope.CLASS)
    static class NestedFailureTestCases {

        @Nested
        class Inner {

            @Test
            void fails() {
                ScriptedGpu.takes(MODEL);
                throw new IllegalStateException("its own failure");
            }
        }
    }

    @NoLeak(scope = NoLeak.Scope.CLASS)
    static class MethodTestCases {

        @Test
        @NoLeak
        void leaks() {
            ScriptedGpu.takes(MODEL);
        }
    }
}
