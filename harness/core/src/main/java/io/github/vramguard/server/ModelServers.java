package io.github.vramguard.server;

import java.util.OptionalLong;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Creates clients of model servers. No request is sent before the first call.
 *
 * <pre>{@code
 * ModelServer ollama = ModelServers.ollama(Connection.to(URI.create("http://localhost:11434")));
 * }</pre>
 *
 * @since 0.1.0
 */
@API(status = Status.EXPERIMENTAL, since = "0.1.0")
public final class ModelServers {

    private ModelServers() {}

    /**
     * Returns a client of Ollama. Ollama reports the bytes that a model takes; it computes them and does not measure.
     *
     * @param connection how it is reached
     * @return the server
     */
    public static ModelServer ollama(Connection connection) {
        return new OllamaServer(connection, OptionalLong.empty());
    }

    /**
     * Returns a client of Ollama that loads models with a given context length. By default, Ollama chooses the length by the
     * memory of the GPUs.
     *
     * @param connection how it is reached
     * @param contextTokens the longest conversation in tokens, sent as {@code num_ctx}
     * @return the server
     * @throws IllegalArgumentException if that is not positive
     */
    public static ModelServer ollama(Connection connection, long contextTokens) {
        if (contextTokens < 1) {
            throw new IllegalArgumentException(
                    "a context of " + contextTokens + " tokens holds nothing; give at least 1");
        }
        return new OllamaServer(connection, OptionalLong.of(contextTokens));
    }

    /**
     * Returns a client of llama-server of llama.cpp. As a router (started without {@code -m}), it loads and unloads models.
     * With one model, it only does so by its sleep when idle ({@code --sleep-idle-seconds}): unloading waits for the sleep,
     * and loading wakes it. It reports no bytes.
     *
     * @param connection how it is reached; its deadline to unload must be longer than the idle time before sleep
     * @return the server
     */
    public static ModelServer llamaServer(Connection connection) {
        return new LlamaServer(connection);
    }

    /**
     * Returns a client of vLLM, started with {@code --enable-sleep-mode} and {@code VLLM_SERVER_DEV_MODE=1}: unloading puts it
     * to sleep, and loading wakes it. It reports no bytes. Its process keeps its GPU context while it sleeps.
     *
     * @param connection how it is reached
     * @param sleepLevel 1 to move the weights to host memory, which grows by as much, or 2 to drop them
     * @return the server
     * @throws IllegalArgumentException if the level is neither 1 nor 2
     */
    public static ModelServer vllm(Connection connection, int sleepLevel) {
        return new VllmServer(connection, sleepLevel);
    }

    /**
     * Returns a client of Triton Inference Server, started with {@code --model-control-mode=explicit}. It reports no bytes.
     *
     * @param connection how it is reached
     * @param inference writes the requests to its models
     * @return the server
     */
    public static ModelServer triton(Connection connection, Inference inference) {
        return new TritonServer(connection, inference);
    }
}
