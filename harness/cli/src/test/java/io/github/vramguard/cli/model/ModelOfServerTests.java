package io.github.vramguard.cli.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vramguard.cli.Typed;
import io.github.vramguard.realserver.RealLlamaServer;
import io.github.vramguard.realserver.RealOllama;
import io.github.vramguard.realserver.ServerProcess;
import io.github.vramguard.tinymodel.TinyLlama;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A model that a real server knows takes as much as its file says. */
@EnabledOnOs(OS.LINUX)
class ModelOfServerTests {

    @TempDir
    private Path folder;

    private Path file = Path.of("");

    @BeforeEach
    void writeModel() throws IOException {
        file = new TinyLlama(2, 128, 128, 4, 2, 1).writeTo(folder.resolve("tiny.gguf"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ollama", "ollama-0.5"})
    void ofOllama(String program) throws IOException {
        try (ServerProcess ollama = RealOllama.asProcess(program, file)) {
            assertTakesAsMuchAsItsFile(
                    "--ollama", "tiny", "--url", ollama.address().toString());
            assertTakesAsMuchAsItsFile(
                    "--ollama-manifest",
                    folder.resolve("models/manifests/registry.ollama.ai/library/tiny/latest")
                            .toString());
        }
    }

    @Test
    void ofLlamaServer() throws IOException {
        try (ServerProcess server = RealLlamaServer.single(file).asProcess()) {
            assertTakesAsMuchAsItsFile(
                    "--llama-server", "--url", server.address().toString());
        }
    }

    @Test
    void theContextOfTheServerIsTaken() throws IOException {
        try (ServerProcess server =
                RealLlamaServer.single(file).with("-c", "768", "-np", "1").asProcess()) {
            assertThat(model("--llama-server", "--url", server.address().toString()))
                    .contains("\"contexts\":[{\"contextTokens\":768,");
        }
    }

    /** Its command line is read here, and the router tells that of the process that it will start. */
    @Test
    void theSettingsOfTheServerAreTaken() throws IOException {
        String[] settings = {"-c", "4096", "-np", "3", "-ctk", "q8_0", "--no-kv-unified"};
        String expected = model("--context", "4096", "--parallel", "3", "--cache-type-k", "q8_0", file.toString());
        try (ServerProcess server = RealLlamaServer.single(file).with(settings).asProcess()) {
            assertThat(model("--llama-server", "--url", server.address().toString()))
                    .isEqualTo(expected);
        }
        try (ServerProcess router =
                RealLlamaServer.router(folder).with(settings).asProcess()) {
            assertThat(model("--llama-server", "tiny", "--url", router.address().toString()))
                    .isEqualTo(expected);
        }
    }

    @Test
    void ofARouterThatHasNotLoadedIt() throws IOException {
        try (ServerProcess router = RealLlamaServer.router(folder).asProcess()) {
            assertTakesAsMuchAsItsFile(
                    "--llama-server", "tiny", "--url", router.address().toString());
        }
    }

    private void assertTakesAsMuchAsItsFile(String... source) {
        List<String> options = new ArrayList<>(List.of("--context", "4096"));
        options.addAll(List.of(source));
        assertThat(model(options.toArray(String[]::new)))
                .isEqualTo(model("--context", "4096", file.toString()))
                .contains("\"kvBytes\":");
    }

    private static String model(String... options) {
        List<String> arguments = new ArrayList<>(List.of("model", "--json"));
        arguments.addAll(List.of(options));
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Typed.run(
                InputStream.nullInputStream(),
                new PrintWriter(out),
                new PrintWriter(err),
                arguments.toArray(String[]::new));
        assertThat(code).as(err.toString()).isZero();
        return out.toString();
    }
}
