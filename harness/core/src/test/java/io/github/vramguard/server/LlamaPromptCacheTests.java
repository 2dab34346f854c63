package io.github.vramguard.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vramguard.memory.PromptCache.Checkpoints;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LlamaPromptCacheTests {

    private static final long MIB = 1 << 20;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            -m a.gguf                         |      | 8192
            --model a.gguf                    |      | 8192
            -m a.gguf --cache-ram 512         |      | 512
            -m a.gguf --cache-ram=512         |      | 512
            -m a.gguf -cram 512               | 100  | 512
            -m a.gguf                         | 100  | 100
            -hf org/model                     |      | 8192
            -mu http://host/a.gguf            |      | 8192
            --docker-repo ai/model            |      | 8192
            -m a.gguf --cache-ram many        |      | 8192
            """)
    void aServerWithAModelKeepsPromptsUpToALimit(String arguments, String variable, long mib) {
        Map<String, String> environment = variable == null ? Map.of() : Map.of("LLAMA_ARG_CACHE_RAM", variable);
        assertThat(StartedServer.of("llama-server", arguments, environment)
                        .traits()
                        .caches())
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
        assertThat(StartedServer.of(command, arguments, Map.of()).traits().caches())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            -m a.gguf                           | 32 | 8192
            -m a.gguf --ctx-checkpoints 4       | 4  | 8192
            -m a.gguf -ctxcp 0                  | 0  | 8192
            -m a.gguf -cms 512                  | 32 | 512
            -m a.gguf --ctx-checkpoints lots    | 32 | 8192
            """)
    void checkpointsAreKeptWithEachPrompt(String arguments, long most, long step) {
        assertThat(StartedServer.of("llama-server", arguments, Map.of())
                        .traits()
                        .caches())
                .singleElement()
                .satisfies(cache -> assertThat(cache.checkpoints()).isEqualTo(new Checkpoints(most, 3, step)));
    }
}
