package io.github.vramguard.realserver;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vramguard.memory.Pool;
import io.github.vramguard.server.Connection;
import io.github.vramguard.server.ModelServer;
import io.github.vramguard.server.ModelServers;
import io.github.vramguard.server.ServerError;
import io.github.vramguard.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Containers with a limit of memory that their prompt cache exceeds. */
@EnabledOnOs(OS.LINUX)
class WantOfMemoryTests {

    private static final int CYCLES = 10;

    @TempDir
    Path models;

    private Path model;

    @BeforeEach
    void aModel() throws IOException {
        model = DistinctPrompts.MODEL.writeTo(models.resolve("tiny.gguf"));
    }

    private static Measured askOnAndOn(RealServer running) throws Exception {
        ModelServer server = ModelServers.llamaServer(Connection.to(running.address()));
        return Measured.cycles(CYCLES, running.target(), cycle -> {
            try {
                server.use("tiny", DistinctPrompts.prompt(cycle.number()));
            } catch (ServerError killedMeanwhile) {
                assertThat(cycle.number()).isGreaterThan(1);
            }
        });
    }

    @Tag("thorough")
    @Test
    void aModelOfARouterIsKilled() throws Exception {
        try (RealServer router = RealLlamaServer.router(models).inContainer("--memory", "40m")) {
            Measured measured = askOnAndOn(router);

            assertThat(measured.lastGap(Pool.CONTAINER)).contains("OOM-killed: its limit is 40 MiB");
            assertThat(measured.verdict()).isNotInstanceOf(Verdict.Passed.class);
        }
    }

    /** Whether the count of kills can still be read depends on how soon Docker removes the control group. */
    @Test
    void aServerOfOneModelIsKilledAndItsContainerWithIt() throws Exception {
        try (RealServer server = RealLlamaServer.single(model).inContainer("--memory", "32m")) {
            Measured measured = askOnAndOn(server);

            assertThat(measured.lastGap(Pool.CONTAINER))
                    .containsAnyOf("OOM-killed:", "shows whether it was OOM-killed")
                    .contains("its limit is 32 MiB");
            assertThat(measured.verdict()).isNotInstanceOf(Verdict.Passed.class);
        }
    }
}
