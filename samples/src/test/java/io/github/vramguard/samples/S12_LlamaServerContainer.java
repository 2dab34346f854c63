package io.github.vramguard.samples;

import static io.github.vramguard.assertj.MemoryAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.vramguard.HarnessResult;
import io.github.vramguard.LoadUnloadHarness;
import io.github.vramguard.server.ServedModel;
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
 * A model server in a container: each cycle loads the model, uses it and unloads it. Then the memory of the container must be
 * back at its baseline. The server is a router, which runs each model in a process of its own.
 *
 * <p>The prompt is the same each time, and {@link LlamaServerContainer} turns the prompt cache off; otherwise the server would
 * rightly grow.
 *
 * <p>Run it alone: {@code ./mvnw -q -pl samples -am test -Dtest=S12_LlamaServerContainer -Dsurefire.failIfNoSpecifiedTests=false}
 */
@EnabledIf(value = "io.github.vramguard.samples.Images#haveLlama", disabledReason = Images.NO_LLAMA)
class S12_LlamaServerContainer {

    private static final int MOST_CYCLES = 20;

    @Test
    void whatIsUnloadedIsGone() throws Exception {
        try (LlamaServerContainer llama = new LlamaServerContainer(Images.LLAMA)
                .withCommand("llama-server")
                .withModel(Models.LLAMA)) {
            llama.start();
            ServedModel model = new ServedModel(llama.server(), "llama", "Once upon a time");

            HarnessResult result = LoadUnloadHarness.of(ContainerTarget.of(llama))
                    .run(model::load, ServedModel::use, ServedModel::unload);

            assertThat(result).returnsToBaseline();
        }
    }

    /** The wrong way: each cycle loads another model, and none is unloaded. */
    @Test
    void whatIsForgottenIsALeak(@TempDir Path models) throws Exception {
        Iterator<String> names = copies(models).iterator();
        try (LlamaServerContainer llama = new LlamaServerContainer(Images.LLAMA)
                .withCommand("llama-server")
                .withEnv("LLAMA_ARG_MODELS_MAX", Integer.toString(MOST_CYCLES))
                .withModels(models)) {
            llama.start();

            HarnessResult result = LoadUnloadHarness.of(ContainerTarget.of(llama))
                    .maxCycles(MOST_CYCLES)
                    .run(
                            () -> new ServedModel(llama.server(), names.next(), "Once upon a time").load(),
                            ServedModel::use,
                            model -> {});

            assertThat(result.verdict()).isInstanceOf(Verdict.Failed.class);
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
}
