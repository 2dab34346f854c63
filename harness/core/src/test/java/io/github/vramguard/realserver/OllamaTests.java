package io.github.vramguard.realserver;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vramguard.memory.Pool;
import io.github.vramguard.server.Connection;
import io.github.vramguard.server.LoadedModel;
import io.github.vramguard.server.ModelServer;
import io.github.vramguard.server.ModelServers;
import io.github.vramguard.tinymodel.TinyLlama;
import io.github.vramguard.verdict.Verdict;
import java.nio.file.Path;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ollama as it is, with a llama-server for each model, and as it was, with a runner of its own for each. */
@EnabledOnOs(OS.LINUX)
class OllamaTests {

    @TempDir
    Path home;

    @ParameterizedTest
    @ValueSource(strings = {"ollama", "ollama-0.5"})
    void itReturnsToItsBaseline(String program) throws Exception {
        Path model = TinyLlama.smallest().writeTo(home.resolve("tiny.gguf"));
        try (ServerProcess ollama = RealOllama.asProcess(program, model)) {
            ModelServer server = ModelServers.ollama(Connection.to(ollama.address()));
            Measured measured = Measured.cycles(12, ollama.target(), cycle -> {
                server.load("tiny");
                assertThat(server.loaded()).extracting(LoadedModel::model).containsExactly("tiny:latest");
                assertThat(ollama.handle().children()).hasSize(1);
                server.use("tiny", "Once upon a time");
                server.unload("tiny");
                assertThat(server.loaded()).isEmpty();
            });
            assertThat(measured.verdict()).isInstanceOf(Verdict.Passed.class);
            assertThat(measured.amounts(Pool.CHILDREN)).containsOnly(0L).hasSize(13);
        }
    }
}
