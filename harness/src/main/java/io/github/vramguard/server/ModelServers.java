package io.github.vramguard.server;

import java.net.URI;
import java.util.Optional;

/**
 * The model servers that can be driven. Nothing is asked of a server before its first call.
 *
 * <p>Each of them throws {@link IllegalArgumentException} if the address is none of {@code http} or {@code https}.
 */
public final class ModelServers {

    private ModelServers() {}

    /**
     * Ollama. It tells the bytes that a model took when it was loaded, reckoned and not measured.
     *
     * @param address for instance {@code http://localhost:11434}
     * @param deadlines how long it may take
     * @return the server
     */
    public static ModelServer ollama(URI address, Deadlines deadlines) {
        return new OllamaServer(address, deadlines);
    }

    /**
     * llama-server of llama.cpp. As a router (started without {@code -m}) it loads and unloads models. With one model it can
     * do so only by its sleep when idle ({@code --sleep-idle-seconds}): to unload is to wait for the sleep, and to load is to
     * wake it. It tells no bytes.
     *
     * @param address for instance {@code http://localhost:8080}
     * @param deadlines how long it may take; the one to unload must be longer than the idle time before sleep
     * @return the server
     */
    public static ModelServer llamaServer(URI address, Deadlines deadlines) {
        return new LlamaServer(address, deadlines);
    }

    /**
     * vLLM, started with {@code --enable-sleep-mode} and {@code VLLM_SERVER_DEV_MODE=1}: to unload is to put it to sleep, and
     * to load is to wake it. It tells no bytes. Its process keeps its GPU context while it sleeps.
     *
     * @param address for instance {@code http://localhost:8000}
     * @param sleepLevel 1 to move the weights to host memory, which grows by as much, or 2 to drop them
     * @param deadlines how long it may take
     * @return the server
     * @throws IllegalArgumentException if the level is neither 1 nor 2
     */
    public static ModelServer vllm(URI address, int sleepLevel, Deadlines deadlines) {
        return new VllmServer(address, sleepLevel, deadlines);
    }

    /**
     * Triton Inference Server, started with {@code --model-control-mode=explicit}. It tells no bytes, and its models cannot be
     * used: see {@link #triton(URI, Inference, Deadlines)}.
     *
     * @param address for instance {@code http://localhost:8000}
     * @param deadlines how long it may take
     * @return the server
     */
    public static ModelServer triton(URI address, Deadlines deadlines) {
        return new TritonServer(address, Optional.empty(), deadlines);
    }

    /**
     * Triton Inference Server, as above, whose models can be used.
     *
     * @param address for instance {@code http://localhost:8000}
     * @param inference writes the requests to its models
     * @param deadlines how long it may take
     * @return the server
     */
    public static ModelServer triton(URI address, Inference inference, Deadlines deadlines) {
        return new TritonServer(address, Optional.of(inference), deadlines);
    }
}
