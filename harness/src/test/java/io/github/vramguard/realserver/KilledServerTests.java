package io.github.vramguard.realserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.vramguard.memory.Pool;
import io.github.vramguard.server.Deadlines;
import io.github.vramguard.server.ModelServer;
import io.github.vramguard.server.ModelServers;
import io.github.vramguard.tinymodel.TinyLlama;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A server that is killed while a process of its own holds a model. */
@EnabledOnOs(OS.LINUX)
class KilledServerTests {

    private static final Duration END = Duration.ofSeconds(20);

    @TempDir
    Path models;

    private Path model;

    @BeforeEach
    void aModel() throws IOException {
        model = TinyLlama.smallest().writeTo(models.resolve("tiny.gguf"));
    }

    private static ProcessHandle holder(ServerProcess server) {
        return server.handle().children().findFirst().orElseThrow();
    }

    private static void kill(ServerProcess server) {
        server.handle().destroyForcibly();
        server.handle().onExit().orTimeout(END.toSeconds(), TimeUnit.SECONDS).join();
    }

    @Test
    void theModelOfARouterEndsByItself() throws Exception {
        try (ServerProcess router = RealLlamaServer.router(models).asProcess()) {
            ModelServer server = ModelServers.llamaServer(router.address(), Deadlines.standard());
            server.load("tiny");
            ProcessHandle holder = holder(router);

            kill(router);

            await().atMost(END).until(() -> !holder.isAlive());
        }
    }

    @Test
    void theModelOfOllamaRunsOn() throws Exception {
        try (ServerProcess ollama = RealOllama.asProcess("ollama", model)) {
            ModelServer server = ModelServers.ollama(ollama.address(), Deadlines.standard());
            server.load("tiny");
            ProcessHandle holder = holder(ollama);
            try {
                Measured measured = Measured.cycles(2, ollama.target(), cycle -> {
                    if (cycle == 2) {
                        kill(ollama);
                    }
                });

                assertThat(measured.amounts(Pool.CHILDREN)).containsExactly(1L, 1L);
                assertThat(measured.lastGap(Pool.RESIDENT)).endsWith("and its descendants has no process any more");
                assertThat(holder.isAlive()).isTrue();
            } finally {
                holder.destroyForcibly();
            }
        }
    }
}
