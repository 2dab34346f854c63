package io.github.vramguard.server;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * The model servers that can be driven. Nothing is asked of a server before its first call.
 *
 * <pre>{@code
 * ModelServer ollama = ModelServers.ollama(Connection.to(URI.create("http://localhost:11434")));
 * }</pre>
 */
public final class ModelServers {

    private ModelServers() {}

    /**
     * Ollama. It tells the bytes that a model took when it was loaded, reckoned and not measured.
     *
     * @param connection how it is reached
     * @return the server
     */
    public static ModelServer ollama(Connection connection) {
        return new OllamaServer(connection, OptionalLong.empty());
    }

    /**
     * Ollama, as above, with models that hold conversations of a length of the caller's: by its own default, that length depends
     * on how much memory the GPUs have.
     *
     * @param connection how it is reached
     * @param contextTokens the longest conversation in tokens, which it is told as {@code num_ctx}
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
     * llama-server of llama.cpp. As a router (started without {@code -m}) it loads and unloads models. With one model it can
     * do so only by its sleep when idle ({@code --sleep-idle-seconds}): to unload is to wait for the sleep, and to load is to
     * wake it. It tells no bytes.
     *
     * @param connection how it is reached; its deadline to unload must be longer than the idle time before sleep
     * @return the server
     */
    public static ModelServer llamaServer(Connection connection) {
        return new LlamaServer(connection);
    }

    /**
     * vLLM, started with {@code --enable-sleep-mode} and {@code VLLM_SERVER_DEV_MODE=1}: to unload is to put it to sleep, and
     * to load is to wake it. It tells no bytes. Its process keeps its GPU context while it sleeps.
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
     * Triton Inference Server, started with {@code --model-control-mode=explicit}. It tells no bytes, and its models cannot be
     * used: see {@link #triton(Connection, Inference)}.
     *
     * @param connection how it is reached
     * @return the server
     */
    public static ModelServer triton(Connection connection) {
        return new TritonServer(connection, Optional.empty());
    }

    /**
     * Triton Inference Server, as above, whose models can be used.
     *
     * @param connection how it is reached
     * @param inference writes the requests to its models
     * @return the server
     */
    public static ModelServer triton(Connection connection, Inference inference) {
        return new TritonServer(connection, Optional.of(inference));
    }
}
