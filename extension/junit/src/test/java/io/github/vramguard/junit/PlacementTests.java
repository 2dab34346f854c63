package io.github.vramguard.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Where {@code @NoLeak} can stand, and what it holds for there. */
class PlacementTests {

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
    void onAClassItHoldsForEachTest() {
        Ran ran = KIT.run(ClassTestCases.class);

        assertThat(ran.headlines()).containsOnlyKeys("leaks()", "leaksToo()");
        assertThat(ran.succeeded()).isEqualTo(1);
    }

    @Test
    void itIsInherited() {
        assertThat(KIT.run(SubclassTestCases.class).headlines()).containsOnlyKeys("leaks()", "leaksToo()", "own()");
    }

    @Test
    void onAClassItHoldsForNestedOnes() {
        assertThat(KIT.run(OuterTestCases.class).headlines()).containsOnlyKeys("leaks()");
    }

    @Test
    void onANestedClassItHoldsForThatAlone() {
        assertThat(KIT.run(NestedTestCases.class).headlines()).containsOnlyKeys("leaks()");
    }

    @Test
    void whatTheOuterInstanceTakesIsCountedForANestedTest() {
        Ran ran = KIT.run(OuterTakesTestCases.class);

        assertThat(ran.onlyFailure())
                .startsWith("@NoLeak PlacementTests.OuterTakesTestCases.Inner.nested(): memory of gpu0 ends 4 GiB");
    }

    @Test
    void itCanBeAMetaAnnotation() {
        assertThat(KIT.run(ComposedTestCases.class).onlyFailure())
                .startsWith("@NoLeak PlacementTests.ComposedTestCases.leaks(): memory of gpu0");
    }

    @Test
    void theAnnotationOfTheMethodGoesBeforeThatOfTheClass() {
        assertThat(KIT.run(OverridingTestCases.class).headlines()).containsOnlyKeys("judgesTheGpu()");
    }

    @Test
    void oneInstanceForAllTestsIsMeasuredForEach() {
        assertThat(KIT.run(OneInstanceTestCases.class).headlines()).containsOnlyKeys("leaks()");
    }

    @Test
    void aBudgetBesideItAddsNoThread() {
        Ran ran = Kit.measuring("threads").run(BudgetTestCases.class);

        assertThat(ran.allPass(1).reported("vramguard.verdict")).containsExactly("passed", "passed");
    }

    @Test
    void aBudgetAndALeakAreBothTold() {
        Ran ran = KIT.run(BrokenBudgetTestCases.class);

        assertThat(ran.onlyFailure())
                .startsWith("@NoLeak PlacementTests.BrokenBudgetTestCases.leaks(): memory of gpu0 ends 4 GiB");
        assertThat(ran.failures().get(0).getSuppressed())
                .singleElement()
                .extracting(Throwable::getMessage)
                .asString()
                .startsWith("@VramBudget PlacementTests.BrokenBudgetTestCases.leaks(): gpu0 peaks at 4 GiB");
    }

    private static void leak() {
        ScriptedGpu.takes(MODEL);
    }

    @NoLeak
    static class ClassTestCases {

        @Test
        void leaks() {
            leak();
        }

        @Test
        void leaksToo() {
            leak();
        }

        @Test
        void keeps() {}
    }

    static class SubclassTestCases extends ClassTestCases {

        @Test
        void own() {
            leak();
        }
    }

    @NoLeak
    static class OuterTestCases {

        @Nested
        class Inner {

            @Test
            void leaks() {
                leak();
            }

            @Test
            void keeps() {}
        }
    }

    static class NestedTestCases {

        @Test
        void isNotMeasured() {
            leak();
        }

        @Nested
        @NoLeak
        class Inner {

            @Test
            void leaks() {
                leak();
            }
        }
    }

    @NoLeak
    static class OuterTakesTestCases {

        OuterTakesTestCases() {
            leak();
        }

        @Nested
        class Inner {

            @Test
            void nested() {}
        }
    }

    @NoLeak
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @Test
    @interface MeasuredTest {}

    static class ComposedTestCases {

        @MeasuredTest
        void leaks() {
            leak();
        }
    }

    @NoLeak(pools = "heap")
    static class OverridingTestCases {

        @Test
        @NoLeak(pools = "gpu0")
        void judgesTheGpu() {
            leak();
        }
    }

    @NoLeak
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    static class OneInstanceTestCases {

        OneInstanceTestCases() {
            leak();
        }

        @Test
        void leaks() {
            leak();
        }

        @Test
        void keeps() {}
    }

    static class BudgetTestCases {

        @Test
        @VramBudget("1 GiB")
        @NoLeak
        void runs() {}
    }

    static class BrokenBudgetTestCases {

        @Test
        @VramBudget("1 GiB")
        @NoLeak
        void leaks() {
            leak();
        }
    }
}
