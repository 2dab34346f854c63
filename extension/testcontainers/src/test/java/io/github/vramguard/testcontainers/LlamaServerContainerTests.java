package io.github.vramguard.testcontainers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vramguard.server.ServerError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server knows a file by its name, and reads it when it is told to load it. */
@RequiresDocker
class LlamaServerContainerTests {

    @TempDir
    private Path directory;

    private static LlamaServerContainer llama() {
        return new LlamaServerContainer(RequiresDocker.IMAGE).withCommand("llama-server");
    }

    private Path noModel() throws IOException {
        return Files.writeString(directory.resolve("none.gguf"), "not a model");
    }

    @Test
    void itStartsWithoutAModelAndReapsOrphans() throws ServerError {
        try (LlamaServerContainer llama = llama()) {
            llama.start();

            assertThat(llama.server().loaded()).isEmpty();
            assertThat(llama.server().name()).contains(llama.getEndpoint().toString());
            assertThat(llama.getContainerInfo().getHostConfig().getInit()).isTrue();
        }
    }

    @Test
    void aCopiedFileIsAModel() throws IOException {
        try (LlamaServerContainer llama = llama().withModel(noModel())) {
            llama.start();

            assertThat(models(llama)).contains("\"none\"");
        }
    }

    @Test
    void theFilesOfAMountedDirectoryAreModels() throws IOException {
        noModel();
        try (LlamaServerContainer llama = llama().withModels(directory)) {
            llama.start();

            assertThat(models(llama)).contains("\"none\"");
        }
    }

    @Test
    void whatIsNoModelIsNotThereOrCannotBeLoaded() throws IOException {
        try (LlamaServerContainer llama = llama().withModel(noModel())) {
            llama.start();

            assertThatThrownBy(() -> llama.server().load("none")).isInstanceOf(ServerError.class);
            assertThatThrownBy(() -> llama.server().load("other")).isInstanceOf(ServerError.class);
        }
    }

    @Test
    void itsMemoryIsSteadyAndTheUserHasTheLastWord() {
        try (LlamaServerContainer llama = llama()) {
            assertThat(llama.getEnvMap()).containsAllEntriesOf(SteadyMemory.llamaServer(4096));
            assertThat(llama.withEnv("LLAMA_ARG_CACHE_RAM", "64")
                            .withContext(512)
                            .getEnvMap())
                    .containsEntry("LLAMA_ARG_CACHE_RAM", "64")
                    .containsEntry("LLAMA_ARG_CTX_SIZE", "512");
        }
    }

    private static String models(LlamaServerContainer llama) throws IOException {
        try (var answer = llama.getEndpoint().resolve("/models").toURL().openStream()) {
            return new String(answer.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
