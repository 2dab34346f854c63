package io.github.vramguard.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vramguard.testcontainers.LlamaServerContainer;
import io.github.vramguard.testcontainers.RequiresDocker;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Containers of Testcontainers, as tests of a user start them. */
@RequiresDocker
class ContainerCoverageTests {

    private static @Nullable LlamaServerContainer forgotten;

    @AfterEach
    void giveBack() {
        if (forgotten != null) {
            forgotten.stop();
            forgotten = null;
        }
    }

    /** Not a server at all, but something that takes 100 MB at once. */
    private static LlamaServerContainer holder() {
        return new LlamaServerContainer(RequiresDocker.IMAGE).withCommand("llama-server");
    }

    /** The little that an idle server holds is no more than a first use may cost. */
    @Test
    void aContainerThatATestLeavesRunningIsFound() {
        assertThat(Kit.measuring("container")
                        .with("vramguard.inconclusive", "fail")
                        .run(Cases.class, "leavesAContainer")
                        .onlyFailure())
                .startsWith("@NoLeak leavesAContainer(): inconclusive, container: ")
                .contains("stay, which a first use can explain")
                .contains("and the containers it started");
    }

    @Test
    void oneThatIsStoppedInTimeIsNot() {
        assertThat(Kit.measuring("container")
                        .run(Cases.class, "stopsItsContainer")
                        .failures())
                .isEmpty();
    }

    @Test
    void oneThatRanBeforeAndDoesNotGrowIsKept() {
        Ran ran = Kit.measuring("container").run(OfAClass.class);
        assertThat(ran.failures()).isEmpty();
        assertThat(ran.reported("vramguard.verdict")).containsExactly("kept", "kept");
    }

    static class Cases {

        @Test
        @NoLeak
        void leavesAContainer() {
            forgotten = holder();
            forgotten.start();
        }

        @Test
        @NoLeak
        void stopsItsContainer() {
            try (LlamaServerContainer llama = holder()) {
                llama.start();
            }
        }
    }

    static class OfAClass {

        private static final LlamaServerContainer LLAMA = holder();

        @MeasuredTarget
        final LlamaServerContainer measured = LLAMA;

        @BeforeAll
        static void start() {
            LLAMA.start();
        }

        @AfterAll
        static void stop() {
            LLAMA.stop();
        }

        @Test
        @NoLeak
        void theContainerItself() {}

        @Test
        @NoLeak
        void theContainerGivenAsAParameterOfItsOwn() {}
    }
}
