package io.github.vramguard.verdict;

import static io.github.vramguard.memory.TraceFixture.flat;
import static io.github.vramguard.memory.TraceFixture.growing;
import static io.github.vramguard.memory.TraceFixture.trace;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.vramguard.memory.MemoryTarget.OneProcess;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.Program;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CacheTests {

    private static final long MIB = 1 << 20;

    private static Program server(String command, String arguments, Map<String, String> environment) {
        return new Program(new OneProcess(17, 1, command), List.of(arguments.split(" ")), environment);
    }

    private static Program llama(String arguments, Map<String, String> environment) {
        return server("llama-server", "/usr/bin/llama-server " + arguments, environment);
    }

    private static Verdict afterGrowthBy(long bytes, Pool pool, Program... running) {
        return LeakRule.standard()
                .judge(trace().with(pool, growing(100 * MIB, bytes, 20))
                        .with(running)
                        .build());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            -m a.gguf                         |      | 8192
            --model a.gguf                    |      | 8192
            -m a.gguf --cache-ram 512         |      | 512
            -m a.gguf --cache-ram=512         |      | 512
            -m a.gguf -cram 512               | 100  | 512
            -m a.gguf                         | 100  | 100
            -hf org/model                     |      | 8192
            -m a.gguf --cache-ram many        |      | 8192
            """)
    void aServerWithAModelKeepsPromptsUpToALimit(String arguments, String variable, long mib) {
        Map<String, String> environment = variable == null ? Map.of() : Map.of("LLAMA_ARG_CACHE_RAM", variable);
        assertThat(Cache.in(Pool.RESIDENT, List.of(llama(arguments, environment))))
                .singleElement()
                .satisfies(cache -> assertThat(cache.limit()).hasValue(mib * MIB));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            llama-server | -m a.gguf --cache-ram 0
            llama-server | --models-dir models
            ollama       | serve -m a.gguf
            """)
    void othersKeepNone(String command, String arguments) {
        assertThat(Cache.in(Pool.RESIDENT, List.of(server(command, command + " " + arguments, Map.of()))))
                .isEmpty();
    }

    @Test
    void aPromptCacheIsInHostMemoryOnly() {
        assertThat(Cache.in(Pool.gpu(0), List.of(llama("-m a", Map.of())))).isEmpty();
        assertThat(Cache.in(Pool.HEAP, List.of(llama("-m a", Map.of())))).isEmpty();
        assertThat(Cache.in(Pool.CONTAINER, List.of(llama("-m a", Map.of())))).hasSize(1);
    }

    @Test
    void growthThatAPromptCacheExplainsIsNoLeakAndNoPass() {
        Verdict verdict = afterGrowthBy(8 * MIB, Pool.RESIDENT, llama("-m a.gguf", Map.of()));
        assertThat(verdict).isInstanceOfSatisfying(Verdict.Inconclusive.class, open -> {
            assertThat(open.isOpen()).isFalse();
            assertThat(open.reasons())
                    .containsExactly(new Doubt(
                            Doubt.Cause.CACHE,
                            Pool.RESIDENT,
                            "grows 8 MiB a cycle, as the prompt cache of llama-server (pid 17) does with each new prompt"
                                    + " until it has 8 GiB; with LLAMA_ARG_CACHE_RAM=0 it is off, and growth that is left is"
                                    + " a leak"));
        });
    }

    @Test
    void withoutSuchACacheItIsALeak() {
        assertThat(afterGrowthBy(8 * MIB, Pool.RESIDENT)).isInstanceOf(Verdict.Broken.class);
        assertThat(afterGrowthBy(8 * MIB, Pool.RESIDENT, llama("-m a --cache-ram 0", Map.of())))
                .isInstanceOf(Verdict.Broken.class);
    }

    @Test
    void growthBeyondTheLimitIsALeak() {
        assertThat(afterGrowthBy(8 * MIB, Pool.RESIDENT, llama("-m a --cache-ram 64", Map.of())))
                .isInstanceOf(Verdict.Broken.class);
        assertThat(afterGrowthBy(8 * MIB, Pool.RESIDENT, llama("-m a --cache-ram -1", Map.of())))
                .isInstanceOf(Verdict.Inconclusive.class);
    }

    @Test
    void noCacheOfTheHostExplainsDeviceMemory() {
        assertThat(afterGrowthBy(8 * MIB, Pool.gpu(0), llama("-m a.gguf", Map.of())))
                .isInstanceOf(Verdict.Broken.class);
    }

    @Test
    void aServerWithACacheThatDoesNotGrowIsKept() {
        assertThat(LeakRule.standard()
                        .judge(trace().with(Pool.RESIDENT, flat(100 * MIB, 12))
                                .with(llama("-m a.gguf", Map.of()))
                                .build()))
                .isInstanceOf(Verdict.Kept.class);
    }
}
