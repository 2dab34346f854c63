package io.github.vramguard.junit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The level before is from before the constructor, the level after from after everything of the test is over. */
class OrderTests {

    private static final long LARGE = 24L << 30;

    enum Phase {
        CONSTRUCTOR,
        BEFORE_EACH,
        TEST,
        AFTER_EACH,
        AUTO_CLOSE
    }

    private static Phase leakIn = Phase.TEST;
    private static long cycleOf = LARGE;

    @BeforeEach
    void plugIn() {
        ScriptedGpu.holds(0);
    }

    @AfterEach
    void unplug() {
        ScriptedGpu.unplug();
    }

    @ParameterizedTest
    @EnumSource
    void aLeakInAnyPhaseOfOneRunIsFound(Phase phase) {
        leakIn = phase;
        cycleOf = LARGE;

        String message = Kit.scripted().run(LeakTestCases.class, "once").onlyFailure();

        assertThat(message).startsWith("@NoLeak OrderTests.LeakTestCases.once(): memory of gpu0 ends 24 GiB");
    }

    @ParameterizedTest
    @EnumSource
    void aLeakInAnyPhaseOfACycleIsFound(Phase phase) {
        leakIn = phase;
        cycleOf = 4L << 20;

        String message = Kit.scripted().run(LeakTestCases.class, "again").onlyFailure();

        assertThat(message)
                .startsWith("@LeakTest OrderTests.LeakTestCases.again(): memory of gpu0 grows 4 MiB every cycle");
    }

    @Test
    void whatEachPhaseGivesBackInTheNextIsNoLeak() {
        Ran ran = Kit.scripted().run(CleanTestCases.class);

        assertThat(ran.failures()).isEmpty();
        assertThat(ran.reported("vramguard.verdict")).containsExactly("passed", "passed");
    }

    @Test
    void aModelInAnAutoCloseFieldIsNotBlamed() {
        Ran ran = Kit.scripted().run(ClosedModelTestCases.class);

        assertThat(ran.allPass(1).reported("vramguard.verdict")).containsExactly("passed");
    }

    @Test
    void aModelThatIsNeverClosedIsBlamed() {
        String message = Kit.scripted().run(OpenModelTestCases.class).onlyFailure();

        assertThat(message)
                .startsWith(
                        "@NoLeak OrderTests.OpenModelTestCases.answers(): memory of gpu0 ends 4 GiB above its baseline");
    }

    @Test
    void theVerdictComesWithJUnitsOwnCloseOfAutoCloseablesSwitchedOff() {
        String message = Kit.scripted()
                .with("junit.jupiter.extensions.store.close.autocloseable.enabled", "false")
                .run(OpenModelTestCases.class)
                .onlyFailure();

        assertThat(message).contains("memory of gpu0 ends 4 GiB");
    }

    static class LeakTestCases {

        @AutoClose
        private final AutoCloseable field = () -> leak(Phase.AUTO_CLOSE);

        LeakTestCases() {
            leak(Phase.CONSTRUCTOR);
        }

        private static void leak(Phase phase) {
            if (phase == leakIn) {
                ScriptedGpu.takes(cycleOf);
            }
        }

        @BeforeEach
        void before() {
            leak(Phase.BEFORE_EACH);
        }

        @Test
        @NoLeak
        void once() {
            leak(Phase.TEST);
        }

        @LeakTest
        void again() {
            leak(Phase.TEST);
        }

        @AfterEach
        void after() {
            leak(Phase.AFTER_EACH);
        }
    }

    static class CleanTestCases {

        @AutoClose
        private final AutoCloseable field = () -> ScriptedGpu.takes(-3 * LARGE);

        CleanTestCases() {
            ScriptedGpu.takes(LARGE);
        }

        @BeforeEach
        void before() {
            ScriptedGpu.takes(LARGE);
        }

        @Test
        @NoLeak
        void once() {}

        @LeakTest
        void again() {}

        @AfterEach
        void after() {
            ScriptedGpu.takes(LARGE);
        }
    }

    private static final class Model implements AutoCloseable {

        private static final long SIZE = 4L << 30;

        Model() {
            ScriptedGpu.takes(SIZE);
        }

        @Override
        public void close() {
            ScriptedGpu.takes(-SIZE);
        }
    }

    static class ClosedModelTestCases {

        @AutoClose
        private final Model model = new Model();

        @Test
        @NoLeak
        void answers() {}
    }

    static class OpenModelTestCases {

        @SuppressWarnings("unused")
        private final Model model = new Model();

        @Test
        @NoLeak
        void answers() {}
    }
}
