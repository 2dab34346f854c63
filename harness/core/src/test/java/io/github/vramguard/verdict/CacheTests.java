package io.github.vramguard.verdict;

import static io.github.vramguard.memory.TraceFixture.flat;
import static io.github.vramguard.memory.TraceFixture.growing;
import static io.github.vramguard.memory.TraceFixture.trace;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.Program;
import io.github.vramguard.memory.TokenCache;
import io.github.vramguard.memory.Trace;
import io.github.vramguard.rule.LeakRule;
import io.github.vramguard.server.StartedServer;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CacheTests {

    private static final long MIB = 1 << 20;

    private static Program llama(String arguments, Map<String, String> environment) {
        return StartedServer.of("llama-server", arguments, environment);
    }

    private static List<Cache> in(Pool pool, Program running) {
        return Cache.in(pool, trace().with(pool, 0).with(running).build());
    }

    private static Verdict afterGrowthBy(long bytes, Pool pool, Program... running) {
        return LeakRule.standard()
                .judge(trace().with(pool, growing(100 * MIB, bytes, 20))
                        .with(running)
                        .build());
    }

    @Test
    void aPromptCacheIsInHostMemoryOnly() {
        assertThat(in(Pool.gpu(0), llama("-m a", Map.of()))).isEmpty();
        assertThat(in(Pool.HEAP, llama("-m a", Map.of()))).isEmpty();
        assertThat(in(Pool.CONTAINER, llama("-m a", Map.of()))).hasSize(1);
    }

    @Test
    void growthThatAPromptCacheExplainsIsNoLeakAndNoPass() {
        Verdict verdict = afterGrowthBy(8 * MIB, Pool.RESIDENT, llama("-m a.gguf", Map.of()));
        assertThat(verdict).isInstanceOfSatisfying(Verdict.Inconclusive.class, open -> {
            assertThat(open.needsMoreCycles()).isFalse();
            assertThat(open.reasons())
                    .containsExactly(new InconclusiveReason(
                            InconclusiveReason.Cause.CACHE,
                            Pool.RESIDENT,
                            "grows 8 MiB per cycle, as the prompt cache of llama-server (pid 17) does with each new prompt"
                                    + " until it has 8 GiB; with LLAMA_ARG_CACHE_RAM=0 it is off, and growth that is left is"
                                    + " a leak"));
        });
    }

    @ParameterizedTest
    @CsvSource({"512, true", "400, true", "300, false", "100, false"})
    void whereTokensAreKnownItExplainsNoMoreThanTheyTake(long tokens, boolean explained) {
        Trace grown = trace().with(Pool.RESIDENT, growing(100 * MIB, 8 * MIB, 20))
                .with(llama("-m a.gguf", Map.of()))
                .build();
        Trace told = grown.with("turn", tokens, grown.snapshots().get(0))
                .expecting(new TokenCache(16 * 1024, OptionalLong.empty()));

        assertThat(LeakRule.standard().judge(told))
                .isInstanceOf(explained ? Verdict.Inconclusive.class : Verdict.Failed.class);
    }

    /** Of a prompt of 512 tokens; what has an end is kept once more in each of three checkpoints at most. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            4 | 12 | 1536 | 0 | --ctx-checkpoints 0 | true
            4 | 12 | 128  | 0 | --ctx-checkpoints 0 | false
            4 | 12 | 128  | 0 | -m a.gguf           | true
            0 | 0  | 0    | 8 | --ctx-checkpoints 0 | true
            0 | 0  | 0    | 4 | --ctx-checkpoints 0 | false
            0 | 0  | 0    | 4 | --ctx-checkpoints 1 | true
            0 | 0  | 0    | 4 | -m a.gguf           | true
            0 | 0  | 0    | 1 | -m a.gguf           | false
            """)
    void windowsAndStatesAreKeptToo(
            long kib, long windowKib, long window, long stateMib, String arguments, boolean explained) {
        Trace told = grownBy8MibWith512Tokens(
                "-m a.gguf " + arguments,
                new TokenCache(
                        kib * 1024,
                        new TokenCache.Window(windowKib * 1024, window),
                        stateMib * MIB,
                        OptionalLong.empty()));

        assertThat(LeakRule.standard().judge(told))
                .isInstanceOf(explained ? Verdict.Inconclusive.class : Verdict.Failed.class);
    }

    @Test
    void theDoubtTellsOfCheckpoints() {
        TokenCache state = new TokenCache(0, TokenCache.Window.NONE, 4 * MIB, OptionalLong.empty());

        assertThat(LeakRule.standard()
                        .judge(grownBy8MibWith512Tokens("-m a.gguf", state))
                        .toString())
                .contains("512 tokens per cycle take 4 MiB, and up to 3 checkpoints 4 MiB each; with");
    }

    private static Trace grownBy8MibWith512Tokens(String arguments, TokenCache cache) {
        Trace grown = trace().with(Pool.RESIDENT, growing(100 * MIB, 8 * MIB, 20))
                .with(llama(arguments, Map.of()))
                .build();
        return grown.with("turn", 512, grown.snapshots().get(0)).expecting(cache);
    }

    @Test
    void theDoubtShowsTheArithmetic() {
        Trace grown = trace().with(Pool.RESIDENT, growing(100 * MIB, 8 * MIB, 20))
                .with(llama("-m a.gguf", Map.of()))
                .build();
        Trace told = grown.with("turn", 512, grown.snapshots().get(0))
                .expecting(new TokenCache(16 * 1024, OptionalLong.empty()));

        assertThat(LeakRule.standard().judge(told).toString())
                .contains(
                        "until it has 8 GiB: 512 tokens per cycle take 8 MiB at 16 KiB each; with LLAMA_ARG_CACHE_RAM=0");
    }

    @Test
    void withoutSuchACacheItIsALeak() {
        assertThat(afterGrowthBy(8 * MIB, Pool.RESIDENT)).isInstanceOf(Verdict.Failed.class);
        assertThat(afterGrowthBy(8 * MIB, Pool.RESIDENT, llama("-m a --cache-ram 0", Map.of())))
                .isInstanceOf(Verdict.Failed.class);
    }

    @Test
    void growthBeyondTheLimitIsALeak() {
        assertThat(afterGrowthBy(8 * MIB, Pool.RESIDENT, llama("-m a --cache-ram 64", Map.of())))
                .isInstanceOf(Verdict.Failed.class);
        assertThat(afterGrowthBy(8 * MIB, Pool.RESIDENT, llama("-m a --cache-ram -1", Map.of())))
                .isInstanceOf(Verdict.Inconclusive.class);
    }

    @Test
    void noCacheOfTheHostExplainsDeviceMemory() {
        assertThat(afterGrowthBy(8 * MIB, Pool.gpu(0), llama("-m a.gguf", Map.of())))
                .isInstanceOf(Verdict.Failed.class);
    }

    @Test
    void aServerWithACacheThatDoesNotGrowIsKept() {
        assertThat(LeakRule.standard()
                        .judge(trace().with(Pool.RESIDENT, flat(100 * MIB, 12))
                                .with(llama("-m a.gguf", Map.of()))
                                .build()))
                .isInstanceOf(Verdict.Passed.class);
    }
}
