package io.github.vramguard.testcontainers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testcontainers.ollama.OllamaContainer;

class SteadyMemoryTests {

    private static final Map<String, String> LLAMA_CPP = Map.of(
            "LLAMA_ARG_CACHE_RAM", "0",
            "LLAMA_ARG_CTX_CHECKPOINTS", "0",
            "LLAMA_ARG_FIT", "off",
            "MALLOC_ARENA_MAX", "2");

    @Test
    void bothServersKeepNothingFromOnePromptToTheNext() {
        assertThat(SteadyMemory.llamaServer(4096)).containsAllEntriesOf(LLAMA_CPP);
        assertThat(SteadyMemory.ollama(4096)).containsAllEntriesOf(LLAMA_CPP);
    }

    @Test
    void eachServerHasItsOwnNamesForContextAndSlots() {
        assertThat(SteadyMemory.llamaServer(512))
                .containsEntry("LLAMA_ARG_CTX_SIZE", "512")
                .containsEntry("LLAMA_ARG_N_PARALLEL", "1")
                .doesNotContainKey("OLLAMA_CONTEXT_LENGTH");
        assertThat(SteadyMemory.ollama(512))
                .containsEntry("OLLAMA_CONTEXT_LENGTH", "512")
                .containsEntry("OLLAMA_NUM_PARALLEL", "1")
                .containsEntry("OLLAMA_KEEP_ALIVE", "-1")
                .doesNotContainKey("LLAMA_ARG_CTX_SIZE");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1})
    void aContextOfNoTokensIsRefused(int tokens) {
        assertThatThrownBy(() -> SteadyMemory.ollama(tokens)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SteadyMemory.llamaServer(tokens)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @RequiresDocker
    void anOllamaContainerTakesThem() {
        try (OllamaContainer ollama = new OllamaContainer("ollama/ollama").withEnv(SteadyMemory.ollama(512))) {
            assertThat(ollama.getEnvMap()).containsAllEntriesOf(SteadyMemory.ollama(512));
        }
    }
}
