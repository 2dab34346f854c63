package io.github.vramguard.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vramguard.junit.LeakTest;
import io.github.vramguard.junit.MeasuredTarget;
import io.github.vramguard.server.ServedModel;
import io.github.vramguard.server.ServerError;
import io.github.vramguard.testcontainers.LlamaServerContainer;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/**
 * Annotated tests of a server: {@link MeasuredTarget} selects its memory, in place of that of this JVM. The server is started
 * once for all cycles, and what it does not release from one cycle to the next is its leak.
 *
 * <p>Run it alone: {@code ./mvnw -q -pl samples -am test -Dtest=S11_MeasuredTarget -Dsurefire.failIfNoSpecifiedTests=false}
 */
@EnabledOnOs(OS.LINUX)
class S11_MeasuredTarget {

    @Nested
    @EnabledIf(value = "io.github.vramguard.samples.Images#haveLlama", disabledReason = Images.NO_LLAMA)
    class OfAContainer {

        @MeasuredTarget
        static final LlamaServerContainer llama = new LlamaServerContainer(Images.LLAMA)
                .withCommand("llama-server")
                .withModel(Models.LLAMA);

        @BeforeAll
        static void start() {
            llama.start();
        }

        @AfterAll
        static void stop() {
            llama.stop();
        }

        @LeakTest
        void loadsUsesAndUnloads() throws ServerError {
            ServedModel model = new ServedModel(llama.server(), "llama", "Once upon a time").load();
            model.use();
            model.unload();
        }
    }

    @Nested
    class OfAProcess {

        @MeasuredTarget
        static Process cat;

        @BeforeAll
        static void start() throws IOException {
            cat = new ProcessBuilder("cat").start();
        }

        @AfterAll
        static void stop() {
            cat.destroy();
        }

        @LeakTest
        void answersWithoutKeepingMemory() throws IOException {
            cat.outputWriter().append("Once upon a time\n").flush();
            assertThat(cat.inputReader().readLine()).isEqualTo("Once upon a time");
        }
    }
}
