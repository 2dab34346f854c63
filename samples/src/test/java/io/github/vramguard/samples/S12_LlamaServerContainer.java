package io.github.vramguard.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vramguard.LoadUnloadHarness;
import io.github.vramguard.server.ModelServer;
import io.github.vramguard.server.ServerError;
import io.github.vramguard.testcontainers.ContainerTarget;
import io.github.vramguard.testcontainers.LlamaServerContainer;
import io.github.vramguard.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/**
 * A model server in a container: each cycle loads the model, has it answer, and unloads it, and then the container must hold
 * as much as before. The server is a router, which runs each model in a process of its own.
 *
 * <p>The same prompt each time, and no prompt cache: else the server would rightly grow. {@link LlamaServerContainer} turns
 * the cache off.
 *
 * <p>Alone: {@code ./mvnw -q -pl samples -am test -Dtest=S12_LlamaServerContainer -Dsurefire.failIfNoSpecifiedTests=false}
 */
@EnabledIf(
        value = "io.github.vramguard.samples.LlamaImage#isHere",
        disabledReason = "Docker does not answer or has no image " + LlamaImage.NAME)
class S12_LlamaServerContainer {

    private static final int MOST_CYCLES = 20;

    @Test
    void whatIsUnloadedIsGone() throws Exception {
        try (LlamaServerContainer llama = new LlamaServerContainer(LlamaImage.NAME)
                .withCommand("llama-server")
                .withModel(Models.LLAMA)) {
            llama.start();
            ModelServer server = llama.server();

            Verdict verdict = LoadUnloadHarness.of(ContainerTarget.of(llama))
                    .run(() -> load(server, "llama"), model -> server.use(model, "Once upon a time"), server::unload);

            assertThat(verdict).isInstanceOf(Verdict.Kept.class);
        }
    }

    /** The wrong way: each cycle loads another model, and none is unloaded. */
    @Test
    void whatIsForgottenIsALeak(@TempDir Path models) throws Exception {
        Iterator<String> names = copies(models).iterator();
        try (LlamaServerContainer llama = new LlamaServerContainer(LlamaImage.NAME)
                .withCommand("llama-server")
                .withEnv("LLAMA_ARG_MODELS_MAX", Integer.toString(MOST_CYCLES))
                .withModels(models)) {
            llama.start();
            ModelServer server = llama.server();

            Verdict verdict = LoadUnloadHarness.of(ContainerTarget.of(llama))
                    .cycles(MOST_CYCLES)
                    .run(() -> load(server, names.next()), model -> server.use(model, "Once upon a time"), model -> {});

            assertThat(verdict).isInstanceOf(Verdict.Broken.class);
        }
    }

    private static List<String> copies(Path directory) throws IOException {
        List<String> names = IntStream.range(0, MOST_CYCLES)
                .mapToObj(number -> "llama" + number)
                .toList();
        for (String name : names) {
            Files.copy(Models.LLAMA, directory.resolve(name + ".gguf"));
        }
        return names;
    }

    private static String load(ModelServer server, String model) throws ServerError {
        server.load(model);
        return model;
    }
}
