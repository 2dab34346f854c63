package io.github.vramguard.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vramguard.HarnessResult;
import io.github.vramguard.LoadUnloadHarness;
import io.github.vramguard.server.ModelServer;
import io.github.vramguard.server.ServedModel;
import io.github.vramguard.testcontainers.ContainerTarget;
import io.github.vramguard.verdict.Verdict;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** The negative control of the sample with Ollama: each cycle loads another model, and none is unloaded. */
@EnabledIf(value = "io.github.vramguard.samples.Images#haveOllama", disabledReason = Images.NO_OLLAMA)
class ForgottenUnloadTests {

    private static final int MOST_CYCLES = 20;

    /** Each with weights of its own: the same weights under two names are one model to Ollama. */
    @BeforeAll
    static void start(@TempDir Path directory) throws Exception {
        S13_OllamaContainer.ollama.withEnv("OLLAMA_MAX_LOADED_MODELS", Integer.toString(MOST_CYCLES));
        S13_OllamaContainer.start();
        for (int number = 0; number < MOST_CYCLES; number++) {
            Path file = new TinyLlama(2, 64, 128, 4, 2, number).writeTo(directory.resolve("tiny.gguf"));
            S13_OllamaContainer.create("tiny" + number, file);
        }
    }

    @AfterAll
    static void stop() {
        S13_OllamaContainer.stop();
    }

    @Test
    void whatIsForgottenIsALeak() throws Exception {
        ModelServer server = S13_OllamaContainer.server();
        Iterator<ServedModel> models = IntStream.range(0, MOST_CYCLES)
                .mapToObj(number -> new ServedModel(server, "tiny" + number, "Once upon a time"))
                .iterator();

        HarnessResult result = LoadUnloadHarness.of(ContainerTarget.of(S13_OllamaContainer.ollama))
                .maxCycles(MOST_CYCLES)
                .run(() -> models.next().load(), ServedModel::use, model -> {});

        assertThat(result.verdict()).isInstanceOf(Verdict.Failed.class);
    }
}
