package io.github.vramguard.testcontainers;

import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.Mount;
import com.github.dockerjava.api.model.MountType;
import io.github.vramguard.server.Connection;
import io.github.vramguard.server.ModelServer;
import io.github.vramguard.server.ModelServers;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.DockerImageName;
import org.testcontainers.utility.MountableFile;

/**
 * llama-server of llama.cpp as a router: it starts without a model, and loads and unloads models, each in its own
 * process.
 *
 * <pre>{@code
 * try (var llama = new LlamaServerContainer("ghcr.io/ggml-org/llama.cpp:server").withModel(Path.of("qwen3.gguf"))) {
 *     llama.start();
 *     llama.server().load("qwen3");
 * }
 * }</pre>
 *
 * <p>Each load takes the same memory, see {@link SteadyMemory}; the context has 4096 tokens. All settings are environment
 * variables: change them with {@code withEnv}. {@code withCommand} is free for an image without an entrypoint
 * ({@code withCommand("llama-server")}) or for more arguments. An init process reaps orphans. The container has started when
 * {@code /health} answers; {@code waitingFor} changes that. For GPUs, see {@link GpuRequest}.
 *
 * @since 0.1.0
 */
@API(status = Status.MAINTAINED, since = "0.1.0")
public class LlamaServerContainer extends GenericContainer<LlamaServerContainer> {

    private static final int PORT = 8080;
    private static final String MODELS = "/models";

    /**
     * Creates a server.
     *
     * @param image for instance {@code ghcr.io/ggml-org/llama.cpp:server}, or {@code :server-cuda} for GPUs
     */
    public LlamaServerContainer(String image) {
        this(DockerImageName.parse(image));
    }

    /**
     * Creates a server.
     *
     * @param image for instance {@code ghcr.io/ggml-org/llama.cpp:server}, or {@code :server-cuda} for GPUs
     */
    @SuppressWarnings("this-escape")
    public LlamaServerContainer(DockerImageName image) {
        super(image);
        withExposedPorts(PORT);
        withEnv(SteadyMemory.llamaServer(4096));
        withEnv("LLAMA_ARG_HOST", "0.0.0.0");
        withEnv("LLAMA_ARG_PORT", Integer.toString(PORT));
        withHostConfig(host -> host.withInit(true));
        waitingFor(Wait.forHttp("/health").forPort(PORT).forStatusCode(200));
    }

    /**
     * Sets the context length of each model.
     *
     * @param tokens the number of tokens; their memory is allocated when a model is loaded
     * @return this
     * @throws IllegalArgumentException if the number is not positive
     */
    public LlamaServerContainer withContext(int tokens) {
        return withEnv(SteadyMemory.CONTEXT, SteadyMemory.tokens(tokens));
    }

    /**
     * Copies a model into the container. Its name on the server is that of the file without {@code .gguf}.
     *
     * @param file a GGUF file
     * @return this
     */
    public LlamaServerContainer withModel(Path file) {
        return servingModels()
                .withCopyFileToContainer(
                        MountableFile.forHostPath(file.toAbsolutePath()), MODELS + "/" + file.getFileName());
    }

    /**
     * Mounts a directory of models read-only instead of copying them. Use it for large files, if Docker runs on this machine.
     *
     * @param directory a directory of GGUF files; the container does not start if it does not exist
     * @return this
     */
    public LlamaServerContainer withModels(Path directory) {
        Mount mount = new Mount()
                .withType(MountType.BIND)
                .withSource(directory.toAbsolutePath().toString())
                .withTarget(MODELS)
                .withReadOnly(true);
        return servingModels().withHostConfig(host -> host.withMounts(List.of(mount)));
    }

    /** The server exits if the directory does not exist. */
    private LlamaServerContainer servingModels() {
        return withEnv("LLAMA_ARG_MODELS_DIR", MODELS);
    }

    private LlamaServerContainer withHostConfig(Consumer<HostConfig> change) {
        return withCreateContainerCmdModifier(
                command -> change.accept(Objects.requireNonNull(command.getHostConfig(), "Testcontainers sets it")));
    }

    /**
     * Returns the address of the server.
     *
     * @return for instance {@code http://localhost:32768}
     * @throws IllegalStateException if it has not been started
     */
    public URI getEndpoint() {
        return URI.create("http://" + getHost() + ":" + getMappedPort(PORT));
    }

    /**
     * Returns a client to load, use and unload models. It needs {@code com.fasterxml.jackson.core:jackson-databind} on the class
     * path.
     *
     * @return the client, with {@linkplain Connection#to the default deadlines}
     * @throws IllegalStateException if it has not been started
     */
    public ModelServer server() {
        return ModelServers.llamaServer(Connection.to(getEndpoint()));
    }
}
