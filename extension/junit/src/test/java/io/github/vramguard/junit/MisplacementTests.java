package io.github.vramguard.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vramguard.measure.Cycles;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where {@code @LeakTest} cannot stand. */
class MisplacementTests {

    @BeforeEach
    void plugIn() {
        ScriptedGpu.holds(0);
    }

    @AfterEach
    void unplug() {
        ScriptedGpu.unplug();
    }

    @ParameterizedTest
    @ValueSource(classes = {WithTestCases.class, WithRepeatedTestCases.class, WithParameterizedTestCases.class})
    void besideAnotherKindOfTestItIsAnError(Class<?> type) {
        Ran ran = Kit.scripted().run(type);

        assertThat(ran.failures()).isNotEmpty();
        assertThat(ran.headlines().values())
                .allMatch(line ->
                        line.contains("MisplacementTests." + type.getSimpleName() + ".both() has @LeakTest and @"))
                .allMatch(line -> line.contains("; keep one of them"));
        assertThat(ran.reported("vramguard.verdict")).doesNotContain("passed");
    }

    @Test
    void besideAnAnnotationThatIsMadeOfItItIsNone() {
        Kit.scripted().run(ComposedTestCases.class).allPass(8);
    }

    @ParameterizedTest
    @ValueSource(
            classes = {PrivateTestCases.class, ExtendingTestCases.class, StaticTestCases.class, ReturningTestCases.class
            })
    void whereJUnitLeavesItOutBesideAnotherMeasuredTestItIsAnError(Class<?> type) {
        assertThat(Kit.scripted().run(type).onlyFailure())
                .containsPattern("MisplacementTests\\.\\S+\\.leftOut\\(\\) has @LeakTest and is never run,"
                        + " because it (is private|is static|returns a value)");
    }

    @Test
    void otherMethodsAreFreeToBeSo() {
        Kit.scripted().run(CleanTestCases.class).allPass(9);
    }

    static class WithTestCases {

        @Test
        @LeakTest
        void both() {}
    }

    static class WithRepeatedTestCases {

        @LeakTest
        @RepeatedTest(3)
        void both() {}
    }

    static class WithParameterizedTestCases {

        @LeakTest
        @ParameterizedTest
        @ValueSource(ints = {1, 2})
        void both() {}
    }

    @LeakTest
    @java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME)
    @interface OurLeakTest {}

    static class ComposedTestCases {

        @OurLeakTest
        void again() {}
    }

    static class PrivateTestCases {

        @Test
        @NoLeak
        void other() {}

        @LeakTest
        private void leftOut() {}
    }

    static class ExtendingTestCases extends PrivateTestCases {}

    static class StaticTestCases {

        @LeakTest
        void again() {}

        @LeakTest
        static void leftOut() {}
    }

    static class ReturningTestCases {

        @Test
        @NoLeak
        void loops(Cycles cycles) {
            cycles.run(cycle -> {});
        }

        @LeakTest
        int leftOut() {
            return 1;
        }
    }

    static class CleanTestCases {

        @Test
        void other() {
            helper();
        }

        @LeakTest
        void again() {
            helper();
        }

        private static int helper() {
            return 1;
        }
    }
}
