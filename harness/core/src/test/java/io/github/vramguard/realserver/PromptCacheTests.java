package io.github.vramguard.realserver;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vramguard.memory.Pool;
import io.github.vramguard.server.Connection;
import io.github.vramguard.server.ModelServer;
import io.github.vramguard.server.ModelServers;
import io.github.vramguard.tinymodel.TinyGemma2;
import io.github.vramguard.tinymodel.TinyMamba;
import io.github.vramguard.verdict.InconclusiveReason;
import io.github.vramguard.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A llama-server that keeps in host memory what it has reckoned for each prompt, 8 GiB of it if nobody says otherwise. */
@EnabledOnOs(OS.LINUX)
class PromptCacheTests {

    @TempDir
    Path models;

    private Path model;

    @BeforeEach
    void aModel() throws IOException {
        model = DistinctPrompts.MODEL.writeTo(models.resolve("tiny.gguf"));
    }

    private static Measured prompts(RealServer running) throws Exception {
        ModelServer server = ModelServers.llamaServer(Connection.to(running.address()));
        return Measured.cycles(20, running.target(), cycle -> {
            server.use("tiny", DistinctPrompts.prompt(cycle.number()));
            cycle.mark("answered", server.contextInUse("tiny").orElseThrow());
        });
    }

    private static InconclusiveReason onlyDoubt(Measured measured) {
        assertThat(measured.verdict())
                .isInstanceOfSatisfying(Verdict.Inconclusive.class, open -> assertThat(open.reasons())
                        .hasSize(1));
        return ((Verdict.Inconclusive) measured.verdict()).reasons().get(0);
    }

    @Test
    void eachPromptThatIsNewTakesTheMemoryOfItsTokensAndThatIsNoLeak() throws Exception {
        try (RealServer running = RealLlamaServer.single(model).asProcess()) {
            Measured measured = prompts(running);

            assertThat(measured.steps(Pool.RESIDENT))
                    .allSatisfy(step ->
                            assertThat(step / DistinctPrompts.BYTES_PER_TOKEN).isBetween(200L, 230L));
            InconclusiveReason doubt = onlyDoubt(measured);
            assertThat(doubt.cause()).isEqualTo(InconclusiveReason.Cause.CACHE);
            assertThat(doubt.detail())
                    .contains("as the prompt cache of llama-server (pid ")
                    .containsPattern("until it has 8 GiB: 21\\d tokens per cycle take 3.\\d+ MiB at 16 KiB each;"
                            + " with LLAMA_ARG_CACHE_RAM=0 it is off");
        }
    }

    /** A state of 1 MiB, and a checkpoint of it; the first time a second checkpoint is held, too. */
    @Tag("thorough")
    @Test
    void aStateIsKeptWithEachPromptAndThatIsNoLeak() throws Exception {
        Path mamba = new TinyMamba(2, 256, 256, 1).writeTo(models.resolve("mamba.gguf"));
        try (RealServer running = RealLlamaServer.single(mamba).asProcess()) {
            Measured measured = prompts(running);

            assertThat(measured.steps(Pool.RESIDENT))
                    .allSatisfy(step -> assertThat(step).isBetween(3L << 19, 7L << 19));
            assertThat(onlyDoubt(measured).cause()).isEqualTo(InconclusiveReason.Cause.CACHE);
        }
    }

    /** Of some 215 tokens, each 8 KiB, as much again in layers that show the last 64: those, and a checkpoint of them or two. */
    @Tag("thorough")
    @Test
    void ofAWindowNoMoreIsKeptThanItShowsAndThatIsNoLeak() throws Exception {
        Path gemma = new TinyGemma2(32, 256, 64, 1).writeTo(models.resolve("gemma.gguf"));
        try (RealServer running = RealLlamaServer.single(gemma).asProcess()) {
            Measured measured = prompts(running);

            assertThat(measured.steps(Pool.RESIDENT))
                    .allSatisfy(step -> assertThat(step / (8 * 1024)).isBetween(200L + 2 * 64, 230L + 3 * 64));
            assertThat(onlyDoubt(measured).detail())
                    .containsPattern("21\\d tokens per cycle take 2.\\d+ MiB, and up to 3 checkpoints 512 KiB each");
        }
    }

    @Test
    void withoutTheCacheNoneIsTaken() throws Exception {
        try (RealServer running =
                RealLlamaServer.single(model).withoutPromptCache().asProcess()) {
            Measured measured = prompts(running);

            assertThat(measured.steps(Pool.RESIDENT))
                    .allSatisfy(step -> assertThat(step).isLessThan(DistinctPrompts.BYTES_PER_TOKEN * 20));
            assertThat(measured.verdict()).isInstanceOf(Verdict.Passed.class);
        }
    }
}
