package io.github.vramguard.server;

import io.github.vramguard.memory.CommandLine;
import io.github.vramguard.memory.MemoryTarget.OneProcess;
import io.github.vramguard.memory.ServerAdvice;
import io.github.vramguard.memory.ServerAdvice.Occasion;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Ollama. */
final class OllamaProfile implements ServerProfile {

    private static final ClientSetting CONTEXT = new ClientSetting(
            "context", "TOKENS", 0, "the longest conversation of the model (default: that of the server)");
    private static final String COMMAND = "ollama";
    /** The process of a model, in versions that had one program for it; a process name has at most 15 letters. */
    private static final String RUNNER = "ollama_llama_se";

    @Override
    public String name() {
        return COMMAND;
    }

    @Override
    public boolean runs(OneProcess process) {
        return Set.of(COMMAND, RUNNER).contains(process.command());
    }

    @Override
    public Set<String> variables() {
        return Set.of(
                "OLLAMA_CONTEXT_LENGTH",
                "OLLAMA_FLASH_ATTENTION",
                "OLLAMA_KEEP_ALIVE",
                "OLLAMA_KV_CACHE_TYPE",
                "OLLAMA_NUM_PARALLEL");
    }

    @Override
    public List<ServerAdvice> advice(OneProcess process, CommandLine line) {
        if (!process.command().equals(COMMAND)) {
            return List.of();
        }
        String keepAlive = "unload with keep_alive 0: Ollama holds a model for 5 minutes after its last use, and"
                + " OLLAMA_KEEP_ALIVE sets how long";
        return new AdviceList(line)
                .unlessSet(Occasion.HOST_GROWS, keepAlive, "OLLAMA_KEEP_ALIVE")
                .unlessSet(Occasion.GPU_GROWS, keepAlive, "OLLAMA_KEEP_ALIVE")
                .unlessSet(
                        Occasion.GPU_GROWS,
                        "set OLLAMA_CONTEXT_LENGTH: without it the context, and so its cache, follows the free memory of"
                                + " the GPU",
                        "OLLAMA_CONTEXT_LENGTH")
                .unlessSet(
                        Occasion.PEAK_TOO_HIGH,
                        "set OLLAMA_CONTEXT_LENGTH: without it the context follows the memory of the GPU",
                        "OLLAMA_CONTEXT_LENGTH")
                .unlessSet(
                        Occasion.PEAK_TOO_HIGH,
                        "OLLAMA_FLASH_ATTENTION=1 with OLLAMA_KV_CACHE_TYPE=q8_0 makes the cache of the context about half"
                                + " as large",
                        "OLLAMA_KV_CACHE_TYPE")
                .all();
    }

    @Override
    public URI address() {
        return URI.create("http://localhost:11434");
    }

    @Override
    public Help help() {
        return new Help(
                "Loads, uses and unloads a model on Ollama, and measures its processes.",
                "Without --context, Ollama chooses one by the memory of the GPUs.");
    }

    @Override
    public List<ClientSetting> settings() {
        return List.of(CONTEXT);
    }

    @Override
    public ModelServer connect(Connection connection, Map<String, Integer> settings) {
        int tokens = CONTEXT.in(settings);
        return tokens == 0 ? ModelServers.ollama(connection) : ModelServers.ollama(connection, tokens);
    }
}
