package io.github.vramguard.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vramguard.memory.CommandLine;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NeverUnloadedTests {

    private final ServerProfile llama = new LlamaServerProfile();

    private static CommandLine line(String arguments) {
        return new CommandLine(List.of(arguments.split(" ")), Map.of());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "llama-server -m tiny.gguf",
                "llama-server --model=tiny.gguf -c 256",
                "llama-server -hf ggml-org/tiny",
                "llama-server -m tiny.gguf --sleep-idle-seconds -1"
            })
    void aServerOfOneModelThatNeverSleepsIsNamed(String arguments) {
        assertThat(llama.whyNeverUnloaded(line(arguments)))
                .hasValueSatisfying(why -> assertThat(why).contains("never unloads", "--sleep-idle-seconds 1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "llama-server --models-dir /models",
                "llama-server -m tiny.gguf --sleep-idle-seconds 1",
                "llama-server -m tiny.gguf --sleep-idle-seconds=30"
            })
    void aServerThatUnloadsIsNot(String arguments) {
        assertThat(llama.whyNeverUnloaded(line(arguments))).isEmpty();
    }

    @Test
    void aModelInTheEnvironmentIsOneToo() {
        CommandLine line = new CommandLine(List.of("llama-server"), Map.of("LLAMA_ARG_MODEL", "tiny.gguf"));

        assertThat(llama.whyNeverUnloaded(line)).isPresent();
    }

    @Test
    void otherServersUnload() {
        assertThat(new OllamaProfile().whyNeverUnloaded(line("ollama serve"))).isEmpty();
    }
}
