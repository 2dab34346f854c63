package io.github.vramguard.testcontainers;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vramguard.junit.Kit;
import io.github.vramguard.junit.MeasuredTarget;
import io.github.vramguard.junit.NoLeak;
import io.github.vramguard.junit.Ran;
import io.github.vramguard.server.ServerError;
import io.github.vramguard.tinymodel.TinyLlama;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Containers of Testcontainers, as tests of a user start them. */
@RequiresDocker
class ContainerCoverageTests {

    private static @Nullable LlamaServerContainer forgotten;
    private static Path model = Path.of("none");

    @BeforeAll
    static void write(@TempDir Path models) throws IOException {
        model = new TinyLlama(16, 256, 64, 8, 8, 1).writeTo(models.resolve("large.gguf"));
    }

    @AfterEach
    void giveBack() {
        if (forgotten != null) {
            forgotten.stop();
            forgotten = null;
        }
    }

    /** A server, and a model whose context takes 128 MiB: 16 KiB for each token. */
    private static LlamaServerContainer holder() {
        return new LlamaServerContainer(RequiresDocker.IMAGE)
                .withCommand("llama-server")
                .withContext(8192)
                .withModel(model);
    }

    private static void load(LlamaServerContainer llama) {
        try {
            llama.start();
            llama.server().load("large");
        } catch (ServerError e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aContainerThatATestLeavesRunningIsFound() {
        assertThat(Kit.measuring("container")
                        .run(Cases.class, "leavesAContainer")
                        .onlyFailure())
                .startsWith("@NoLeak ContainerCoverageTests.Cases.leavesAContainer(): memory of the container ends ")
                .contains(" above its baseline")
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
        assertThat(ran.reported("vramguard.verdict")).containsExactly("passed");
    }

    static class Cases {

        @Test
        @NoLeak
        void leavesAContainer() {
            forgotten = holder();
            load(forgotten);
        }

        @Test
        @NoLeak
        void stopsItsContainer() {
            try (LlamaServerContainer llama = holder()) {
                load(llama);
            }
        }
    }

    static class OfAClass {

        private static @Nullable LlamaServerContainer llama;

        @MeasuredTarget
        static final Supplier<@Nullable LlamaServerContainer> measured = () -> llama;

        @BeforeAll
        static void start() {
            llama = holder();
            load(llama);
        }

        @AfterAll
        static void stop() {
            if (llama != null) {
                llama.stop();
            }
        }

        @Test
        @NoLeak
        void answersNothing() {}
    }
}
