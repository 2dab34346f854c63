package io.github.vramguard.realserver;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vramguard.explain.TurnGrowth;
import io.github.vramguard.server.Connection;
import io.github.vramguard.server.ModelServer;
import io.github.vramguard.server.ModelServers;
import io.github.vramguard.server.ServerError;
import io.github.vramguard.tinymodel.TinyLlama;
import io.github.vramguard.verdict.Verdict;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A conversation with a llama-server, which takes the memory for a whole one when it loads the model. */
@EnabledOnOs(OS.LINUX)
class ConversationTests {

    @TempDir
    Path models;

    @Test
    void itGrowsAndIsErasedWhileMemoryStaysAsItIs() throws Exception {
        Path model = TinyLlama.smallest().writeTo(models.resolve("tiny.gguf"));
        try (RealServer running = RealLlamaServer.single(model)
                .withoutPromptCache()
                .with("--slot-save-path", models.toString())
                .asProcess()) {
            ModelServer server = ModelServers.llamaServer(Connection.to(running.address()));

            Measured measured = Measured.cycles(12, running.target(), cycle -> {
                assertThat(tokensAfterEachOfThreeTurns(server)).isSorted().doesNotHaveDuplicates();
                server.reset("tiny");
                assertThat(server.contextInUse("tiny")).hasValue(0);
            });

            assertThat(measured.verdict()).isInstanceOf(Verdict.Passed.class);
        }
    }

    private static List<Long> tokensAfterEachOfThreeTurns(ModelServer server) throws ServerError {
        List<Long> tokens = new ArrayList<>();
        for (int turns = 1; turns <= 3; turns++) {
            server.use("tiny", "And then it said so. ".repeat(turns));
            tokens.add(server.contextInUse("tiny").orElseThrow());
        }
        return tokens;
    }

    @Test
    void itsCacheIsReservedAtLoadAsTheFileOfTheModelSays() throws Exception {
        Path model = DistinctPrompts.MODEL.writeTo(models.resolve("tiny.gguf"));
        try (RealServer running = RealLlamaServer.single(model)
                .withoutPromptCache()
                .with("-c", "4096", "--slot-save-path", models.toString())
                .asProcess()) {
            ModelServer server = ModelServers.llamaServer(Connection.to(running.address()));

            Measured measured = Measured.cycles(8, running.target(), cycle -> {
                cycle.mark("start", server.contextInUse("tiny").orElseThrow());
                server.use("tiny", DistinctPrompts.prompt(cycle.number()));
                cycle.mark("turn", server.contextInUse("tiny").orElseThrow());
                server.reset("tiny");
            });

            assertThat(TurnGrowth.linesOf(measured.trace()))
                    .containsExactly("nothing grows with tokens: the cache of 64 MiB is reserved at load");
        }
    }
}
