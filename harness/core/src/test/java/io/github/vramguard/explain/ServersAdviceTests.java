package io.github.vramguard.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.Program;
import io.github.vramguard.server.StartedServer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServersAdviceTests {

    private static Program server(String command, String arguments, String variables) {
        Map<String, String> environment = Arrays.stream(variables.split(" "))
                .filter(variable -> variable.contains("="))
                .map(variable -> variable.split("=", 2))
                .collect(Collectors.toMap(variable -> variable[0], variable -> variable[1]));
        return StartedServer.of(command, arguments, environment);
    }

    private static String advice(Pool pool, Program... servers) {
        return String.join("\n", ServersAdvice.onGrowth(pool, List.of(servers)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            container | llama-server | -m a                    | LLAMA_ARG_CTX_CHECKPOINTS=0
            resident  | llama-server | -m a                    | MALLOC_ARENA_MAX=2
            gpu0      | llama-server | -m a                    | LLAMA_ARG_FIT=off
            gpu0      | llama-server | -m a                    | GGML_CUDA_DISABLE_GRAPHS=1
            gpu1      | llama-server | --sleep-idle-seconds 60 | keeps its GPU context while it sleeps
            gpu0      | ollama       | serve                   | OLLAMA_KEEP_ALIVE
            resident  | ollama       | serve                   | keep_alive 0
            gpu0      | ollama       | serve                   | OLLAMA_CONTEXT_LENGTH
            resident  | vllm         | serve                   | level 1 of sleep moves the weights to host memory
            resident  | VLLM::Engine | -                       | level 1 of sleep
            container | tritonserver | -                       | LD_PRELOAD=libtcmalloc.so.4
            """)
    void aKnownReasonIsNamedWithTheSettingThatTells(String pool, String command, String arguments, String advice) {
        assertThat(advice(Pool.named(pool), server(command, arguments == null ? "" : arguments, "")))
                .contains(advice);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            resident  | llama-server | -ctxcp 0     | MALLOC_ARENA_MAX=2          | LLAMA_ARG_CTX_CHECKPOINTS
            resident  | llama-server | -m a         | LLAMA_ARG_CTX_CHECKPOINTS=0 | LLAMA_ARG_CTX_CHECKPOINTS
            resident  | llama-server | -m a         | MALLOC_ARENA_MAX=2          | MALLOC_ARENA_MAX
            gpu0      | llama-server | --fit off    | -                           | LLAMA_ARG_FIT
            gpu0      | llama-server | -m a         | -                           | while it sleeps
            gpu0      | ollama       | serve        | OLLAMA_KEEP_ALIVE=0         | KEEP_ALIVE
            gpu0      | ollama       | serve        | OLLAMA_CONTEXT_LENGTH=4096  | OLLAMA_CONTEXT_LENGTH
            container | tritonserver | -            | LD_PRELOAD=libjemalloc.so   | LD_PRELOAD
            heap      | ollama       | serve        | -                           | OLLAMA
            resident  | java         | -jar a.jar   | MALLOC_ARENA_MAX=2          | LLAMA
            """)
    void whatIsSetOrElsewhereIsNotAdvised(
            String pool, String command, String arguments, String variables, String advice) {
        assertThat(advice(Pool.named(pool), server(command, arguments, variables)))
                .doesNotContain(advice);
    }

    @Test
    void severalServersOfAKindAreAdvisedOnce() {
        Program one = server("llama-server", "-m a", "");
        assertThat(ServersAdvice.onGrowth(Pool.RESIDENT, List.of(one, one)))
                .doesNotHaveDuplicates()
                .hasSize(2);
        assertThat(ServersAdvice.onGrowth(Pool.RESIDENT, List.of())).isEmpty();
    }
}
