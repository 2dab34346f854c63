package io.github.vramguard.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vramguard.junit.PreparationTests.Caching.Moment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.extension.TestInstancePostProcessor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** What extensions keep for further tests is not the leak of the test that was the first. */
class PreparationTests {

    private static final long CONTEXT = 4L << 30;
    private static final long MODEL = 2L << 30;

    @BeforeEach
    void plugIn() {
        ScriptedGpu.holds(0);
        Caching.moment = Moment.POST_PROCESSOR;
        Caching.isCached = true;
        Caching.context = false;
        LeakyTestCases.place = "";
        SpringExtension.creates(Caching::createOnce);
    }

    @AfterEach
    void unplug() {
        ScriptedGpu.unplug();
    }

    @ParameterizedTest
    @EnumSource
    void anExtensionThatMayCacheLeavesTheFirstTestOpenAndTheSecondIsStrict(Moment moment) {
        Caching.moment = moment;

        Ran ran = Kit.scripted().run(TwoTestCases.class);

        assertThat(ran.allPass(2).reported("vramguard.verdict")).containsExactly("inconclusive", "passed");
        assertThat(ran.reported("vramguard.message").get(0))
                .startsWith(
                        "@NoLeak PreparationTests.TwoTestCases.first(): inconclusive, gpu0: 4 GiB remain, which Caching took before the code of the test");
    }

    @ParameterizedTest
    @EnumSource
    void anExtensionThatLeaksInEachTestFailsTheSecond(Moment moment) {
        Caching.moment = moment;
        Caching.isCached = false;

        Ran ran = Kit.scripted().run(TwoTestCases.class);

        assertThat(ran.onlyFailure())
                .startsWith(
                        "@NoLeak PreparationTests.TwoTestCases.second(): memory of gpu0 ends 4 GiB above its baseline");
        assertThat(ran.reported("vramguard.verdict")).containsExactly("inconclusive", "failed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"constructor", "before each", "test"})
    void aLeakOfTheTestIsFoundBesideTheContext(String place) {
        LeakyTestCases.place = place;

        assertThat(Kit.scripted().run(LeakyTestCases.class).onlyFailure())
                .startsWith(
                        "@NoLeak PreparationTests.LeakyTestCases.leaks(): memory of gpu0 ends 2 GiB above its baseline");
    }

    @ParameterizedTest
    @ValueSource(classes = {SpringTestCases.class, SpringClassTestCases.class, SpringNestedTestCases.class})
    void theContextOfSpringIsCachedAndNoLeak(Class<?> type) {
        Ran ran = Kit.scripted().run(type);

        assertThat(ran.allPass(1).reported("vramguard.verdict")).containsExactly("passed");
        assertThat(ran.reported("vramguard.prepared"))
                .singleElement()
                .asString()
                .startsWith("Spring's test context was created in this test and is cached, not counted: gpu0 4 GiB");
    }

    @Test
    void aModelThatTheClassForgetsIsFoundBesideTheContext() {
        assertThat(Kit.scripted().run(SpringForgetfulClassTestCases.class).onlyFailure())
                .startsWith(
                        "@NoLeak PreparationTests.SpringForgetfulClassTestCases: memory of gpu0 ends 2 GiB above its baseline");
    }

    @Test
    void aContextThatIsNotKeptMayBeALeak() {
        assertThat(Kit.scripted().run(DirtyTestCases.class).reported("vramguard.verdict"))
                .containsExactly("inconclusive");
    }

    @Test
    void theCyclesOfALeakTestJudgeTheContextItself() {
        Caching.isCached = false;

        assertThat(Kit.scripted().run(DirtyCyclesTestCases.class).onlyFailure())
                .startsWith(
                        "@LeakTest PreparationTests.DirtyCyclesTestCases.context(): memory of gpu0 grows 4 GiB every cycle");
    }

    @Test
    void whatIsGivenBackAfterTheTestPassesWithoutAWord() {
        SpringExtension.creates(() -> {});

        Ran ran = Kit.scripted().run(SpringTestCases.class);

        assertThat(ran.allPass(1).reported("vramguard.verdict")).containsExactly("passed");
        assertThat(ran.reported("vramguard.prepared")).isEmpty();
    }

    /** Takes a context before the test, once or each time, and keeps it. */
    static final class Caching implements ParameterResolver, TestInstancePostProcessor, BeforeEachCallback {

        enum Moment {
            RESOLVER,
            POST_PROCESSOR,
            BEFORE_EACH
        }

        private static Moment moment = Moment.POST_PROCESSOR;
        private static boolean isCached = true;
        private static boolean context;

        static void createOnce() {
            if (!isCached || !context) {
                context = true;
                ScriptedGpu.takes(CONTEXT);
            }
        }

        private static void at(Moment now) {
            if (now == moment) {
                createOnce();
            }
        }

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
            return parameter.getParameter().getType() == Integer.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
            at(Moment.RESOLVER);
            return 1;
        }

        @Override
        public void postProcessTestInstance(Object instance, ExtensionContext test) {
            at(Moment.POST_PROCESSOR);
        }

        @Override
        public void beforeEach(ExtensionContext test) {
            at(Moment.BEFORE_EACH);
        }
    }

    @ExtendWith(Caching.class)
    @TestMethodOrder(MethodOrderer.MethodName.class)
    static class TwoTestCases {

        @SuppressWarnings("unused")
        TwoTestCases(Integer resolved) {}

        @Test
        @NoLeak
        void first() {}

        @Test
        @NoLeak
        void second() {}
    }

    static class LeakyTestCases {

        private static String place = "";

        @RegisterExtension
        @SuppressWarnings("unused")
        static final Caching CACHING = new Caching();

        LeakyTestCases() {
            leakIn("constructor");
        }

        private static void leakIn(String here) {
            if (here.equals(place)) {
                ScriptedGpu.takes(MODEL);
            }
        }

        @BeforeEach
        void before() {
            leakIn("before each");
        }

        @Test
        @NoLeak
        void leaks() {
            leakIn("test");
        }
    }

    @ExtendWith(SpringExtension.class)
    static class SpringTestCases {

        @Test
        @NoLeak
        void uses() {}
    }

    @ExtendWith(SpringExtension.class)
    @NoLeak(scope = NoLeak.Scope.CLASS)
    static class SpringClassTestCases {

        @Test
        void uses() {}
    }

    @ExtendWith(SpringExtension.class)
    @NoLeak
    static class SpringNestedTestCases {

        @Nested
        class Inner {

            @Test
            void uses() {}
        }
    }

    @ExtendWith(SpringExtension.class)
    @NoLeak(scope = NoLeak.Scope.CLASS)
    static class SpringForgetfulClassTestCases {

        @BeforeAll
        static void load() {
            ScriptedGpu.takes(MODEL);
        }

        @Test
        void uses() {}
    }

    @ExtendWith(SpringExtension.class)
    static class DirtyTestCases {

        @Test
        @NoLeak
        @DirtiesContext
        void context() {}
    }

    @ExtendWith(SpringExtension.class)
    static class DirtyCyclesTestCases {

        @LeakTest
        @DirtiesContext
        void context() {}
    }
}
