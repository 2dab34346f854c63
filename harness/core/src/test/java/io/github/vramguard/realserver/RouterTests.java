package io.github.vramguard.realserver;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vramguard.memory.Pool;
import io.github.vramguard.server.Connection;
import io.github.vramguard.server.ModelServer;
import io.github.vramguard.server.ModelServers;
import io.github.vramguard.tinymodel.TinyLlama;
import io.github.vramguard.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A llama-server that starts a process for each model. */
@EnabledOnOs(OS.LINUX)
class RouterTests {

    @TempDir
    Path models;

    @BeforeEach
    void aModel() throws IOException {
        TinyLlama.smallest().writeTo(models.resolve("tiny.gguf"));
    }

    private static void returnsToItsBaseline(RealServer router) throws Exception {
        ModelServer server = ModelServers.llamaServer(Connection.to(router.address()));

        Measured measured = Measured.cycles(12, router.target(), cycle -> {
            server.load("tiny");
            assertThat(server.loaded()).hasSize(1);
            server.use("tiny", "Once upon a time");
            server.unload("tiny");
        });

        assertThat(measured.verdict()).isInstanceOf(Verdict.Passed.class);
        assertThat(measured.amounts(Pool.CHILDREN)).hasSize(13).containsOnly(0L);
    }

    @Test
    void asAProcessItReturnsToItsBaseline() throws Exception {
        try (RealServer router = RealLlamaServer.router(models).asProcess()) {
            returnsToItsBaseline(router);
        }
    }

    @Test
    void inAContainerItReturnsToItsBaseline() throws Exception {
        try (RealServer router = RealLlamaServer.router(models).inContainer()) {
            returnsToItsBaseline(router);
        }
    }

    @Test
    void amongModelsThatComeAndGoAreThoseThatStay() throws Exception {
        TinyLlama.smallest().writeTo(models.resolve("other.gguf"));
        try (RealServer router = RealLlamaServer.router(models).asProcess()) {
            ModelServer server = ModelServers.llamaServer(Connection.to(router.address()));

            Measured measured =
                    Measured.cycles(2, router.target(), cycle -> server.load(cycle.number() == 1 ? "tiny" : "other"));

            assertThat(measured.amounts(Pool.CHILDREN)).containsExactly(0L, 1L, 2L);
        }
    }
}
