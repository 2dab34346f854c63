package io.github.vramguard.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vramguard.junit.LeakTest;
import io.github.vramguard.junit.MeasuredTarget;
import io.github.vramguard.server.Connection;
import io.github.vramguard.server.ModelServer;
import io.github.vramguard.server.ModelServers;
import io.github.vramguard.server.ServedModel;
import io.github.vramguard.server.ServerError;
import io.github.vramguard.testcontainers.SteadyMemory;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIf;
import org.testcontainers.containers.Container.ExecResult;
import org.testcontainers.images.builder.Transferable;
import org.testcontainers.ollama.OllamaContainer;
import org.testcontainers.utility.DockerImageName;
import org.testcontainers.utility.MountableFile;

/**
 * Ollama in the container of Testcontainers: each cycle loads a model, uses it and unloads it. Then the memory of the container
 * must be back at its baseline. {@link SteadyMemory} turns off what would rightly grow.
 *
 * <p>A model from the library would be pulled with {@code ollama pull}. Here a file is imported, with a Modelfile that sets one
 * thread, because several are slow on a busy machine.
 *
 * <p>Run it alone: {@code ./mvnw -q -pl samples -am test -Dtest=S13_OllamaContainer -Dsurefire.failIfNoSpecifiedTests=false}
 */
@EnabledIf(value = "io.github.vramguard.samples.Images#haveOllama", disabledReason = Images.NO_OLLAMA)
class S13_OllamaContainer {

    @MeasuredTarget
    static final OllamaContainer ollama = new OllamaContainer(
                    DockerImageName.parse(Images.OLLAMA).asCompatibleSubstituteFor("ollama/ollama"))
            .withEnv(SteadyMemory.ollama(512));

    @BeforeAll
    static void start() throws Exception {
        ollama.start();
        create("tiny", Models.LLAMA);
    }

    static void create(String model, Path file) throws Exception {
        ollama.copyFileToContainer(MountableFile.forHostPath(file), "/tmp/model.gguf");
        ollama.copyFileToContainer(Transferable.of("FROM /tmp/model.gguf\nPARAMETER num_thread 1\n"), "/tmp/Modelfile");
        ExecResult created = ollama.execInContainer("ollama", "create", model, "-f", "/tmp/Modelfile");
        assertThat(created.getExitCode()).as(created.getStderr()).isZero();
    }

    @AfterAll
    static void stop() {
        ollama.stop();
    }

    static ModelServer server() {
        return ModelServers.ollama(Connection.to(URI.create(ollama.getEndpoint())));
    }

    @LeakTest
    void loadsUsesAndUnloads() throws ServerError {
        ServedModel model = new ServedModel(server(), "tiny", "Once upon a time").load();
        model.use();
        model.unload();
    }
}
