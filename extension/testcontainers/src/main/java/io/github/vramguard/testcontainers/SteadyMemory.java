package io.github.vramguard.testcontainers;

import java.util.HashMap;
import java.util.Map;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Environment variables with which a model server takes the same memory for each load, so that only a leak makes it grow:
 *
 * <pre>{@code
 * new OllamaContainer("ollama/ollama:0.33.0").withEnv(SteadyMemory.ollama(4096));
 * }</pre>
 *
 * <p>They switch off the prompt cache and the context checkpoints of llama.cpp, which look like a leak until their limit of
 * gigabytes is reached, and its fitting of a model to the free memory. The context has an explicit length and there is one
 * slot, so the KV cache has one size. Two arenas keep fragmentation by {@code malloc} small.
 *
 * @since 0.1.0
 */
@API(status = Status.MAINTAINED, since = "0.1.0")
public final class SteadyMemory {

    /** The variable of llama.cpp for the length of the context. */
    static final String CONTEXT = "LLAMA_ARG_CTX_SIZE";

    private static final Map<String, String> LLAMA_CPP = Map.of(
            "LLAMA_ARG_CACHE_RAM", "0",
            "LLAMA_ARG_CTX_CHECKPOINTS", "0",
            "LLAMA_ARG_FIT", "off",
            "MALLOC_ARENA_MAX", "2");

    private SteadyMemory() {}

    /**
     * Returns the variables for llama-server; its router passes them on to each model. {@link LlamaServerContainer} sets them
     * itself.
     *
     * @param context the number of tokens that a conversation may have
     * @return names and values
     * @throws IllegalArgumentException if the number is not positive
     */
    public static Map<String, String> llamaServer(int context) {
        return with(Map.of(CONTEXT, tokens(context), "LLAMA_ARG_N_PARALLEL", "1"));
    }

    /**
     * Returns the variables for Ollama, which passes them on to its llama-server (0.30 and newer). A model remains loaded until
     * it is unloaded, instead of 5 minutes.
     *
     * @param context the number of tokens that a conversation may have; by default, Ollama chooses it by the size of the GPU
     * @return names and values
     * @throws IllegalArgumentException if the number is not positive
     */
    public static Map<String, String> ollama(int context) {
        return with(Map.of(
                "OLLAMA_CONTEXT_LENGTH", tokens(context), "OLLAMA_NUM_PARALLEL", "1", "OLLAMA_KEEP_ALIVE", "-1"));
    }

    private static Map<String, String> with(Map<String, String> settings) {
        Map<String, String> environment = new HashMap<>(LLAMA_CPP);
        environment.putAll(settings);
        return Map.copyOf(environment);
    }

    static String tokens(int context) {
        if (context < 1) {
            throw new IllegalArgumentException("a context of " + context + " tokens holds nothing; give at least 1");
        }
        return Integer.toString(context);
    }
}
