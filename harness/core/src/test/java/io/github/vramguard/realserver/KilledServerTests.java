package io.github.vramguard.realserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.vramguard.memory.MemoryTarget.OneProcess;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.message.Message;
import io.github.vramguard.server.Connection;
import io.github.vramguard.server.ModelServer;
import io.github.vramguard.server.ModelServers;
import io.github.vramguard.tinymodel.TinyLlama;
import io.github.vramguard.verdict.Finding;
import io.github.vramguard.verdict.Verdict;
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
            ModelServer server = ModelServers.llamaServer(Connection.to(router.address()));
            server.load("tiny");
            ProcessHandle holder = holder(router);

            kill(router);

            await().atMost(END).until(() -> !holder.isAlive());
        }
    }

    /** As runners do that wait for a driver for ever. */
    @Test
    void aModelThatHangsOutlivesItsRouterAndIsFound() throws Exception {
        try (ServerProcess router = RealLlamaServer.router(models).asProcess()) {
            ModelServer server = ModelServers.llamaServer(Connection.to(router.address()));
            server.load("tiny");
            ProcessHandle holder = holder(router);
            new ProcessBuilder("kill", "-STOP", Long.toString(holder.pid()))
                    .start()
                    .waitFor();
            assertIsLeftBehind(holder, router);
        }
    }

    @Test
    void theModelOfOllamaRunsOnAndIsFound() throws Exception {
        try (ServerProcess ollama = RealOllama.asProcess("ollama", model)) {
            ModelServer server = ModelServers.ollama(Connection.to(ollama.address()));
            server.load("tiny");
            assertIsLeftBehind(holder(ollama), ollama);
        }
    }

    private static void assertIsLeftBehind(ProcessHandle holder, ServerProcess server) throws Exception {
        try {
            Measured measured = Measured.cycles(2, server.target(), cycle -> {
                if (cycle.number() == 2) {
                    kill(server);
                }
            });

            assertThat(measured.lastGap(Pool.RESIDENT)).endsWith("and its descendants has no process any more");
            assertThat(measured.verdict())
                    .isInstanceOfSatisfying(Verdict.Failed.class, broken -> assertThat(broken.findings())
                            .singleElement()
                            .isInstanceOfSatisfying(Finding.Orphans.class, orphans -> assertThat(orphans.processes())
                                    .extracting(OneProcess::pid)
                                    .containsExactly(holder.pid())));
            assertThat(Message.of("killed", measured.trace(), measured.verdict(), 2)
                            .toString())
                    .startsWith("killed: an ORPHAN process outlived its parent and is still running: llama-server (pid "
                            + holder.pid() + ")");
        } finally {
            holder.destroyForcibly();
        }
    }
}
