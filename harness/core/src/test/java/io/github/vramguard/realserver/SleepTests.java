package io.github.vramguard.realserver;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vramguard.server.Connection;
import io.github.vramguard.server.ModelServer;
import io.github.vramguard.server.ModelServers;
import io.github.vramguard.tinymodel.TinyLlama;
import io.github.vramguard.verdict.Verdict;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A llama-server that frees its only model when it is idle, and stays the same process. */
@EnabledOnOs(OS.LINUX)
@Tag("thorough")
class SleepTests {

    @TempDir
    Path models;

    @Test
    void whatAWakingTakesTheSleepGivesBack() throws Exception {
        Path model = TinyLlama.smallest().writeTo(models.resolve("tiny.gguf"));
        try (RealServer running = RealLlamaServer.single(model)
                .withoutPromptCache()
                .with("--sleep-idle-seconds", "1")
                .asProcess()) {
            ModelServer server = ModelServers.llamaServer(Connection.to(running.address()));

            Measured measured = Measured.cycles(12, running.target(), cycle -> {
                server.load("tiny");
                assertThat(server.loaded()).hasSize(1);
                server.use("tiny", "Once upon a time");
                server.unload("tiny");
                assertThat(server.loaded()).isEmpty();
            });

            assertThat(measured.verdict()).isInstanceOf(Verdict.Passed.class);
        }
    }
}
