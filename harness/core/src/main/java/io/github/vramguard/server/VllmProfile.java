package io.github.vramguard.server;

import io.github.vramguard.memory.CommandLine;
import io.github.vramguard.memory.MemoryTarget.OneProcess;
import io.github.vramguard.memory.ServerAdvice;
import io.github.vramguard.memory.ServerAdvice.Occasion;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** vLLM. */
final class VllmProfile implements ServerProfile {

    private static final ClientSetting LEVEL = new ClientSetting(
            "sleep-level",
            "LEVEL",
            1,
            "1 moves the weights to the memory of the host, 2 drops them (default: ${DEFAULT-VALUE})");

    @Override
    public String name() {
        return "vllm";
    }

    /** Its worker processes are called {@code VLLM::EngineCore} and so on. */
    @Override
    public boolean runs(OneProcess process) {
        return process.command().equals("vllm") || process.command().startsWith("VLLM::");
    }

    @Override
    public Set<String> variables() {
        return Set.of();
    }

    @Override
    public List<ServerAdvice> advice(OneProcess process, CommandLine line) {
        return new AdviceList(line)
                .always(
                        Occasion.HOST_GROWS,
                        "level 1 of sleep moves the weights to host memory by design; level 2 drops them")
                .all();
    }

    @Override
    public URI address() {
        return URI.create("http://localhost:8000");
    }

    @Override
    public Help help() {
        return new Help(
                "Wakes, uses and puts to sleep a model on vLLM, and measures its processes.",
                "The length of the context is that with which vLLM was started (--max-model-len), besides"
                        + " --enable-sleep-mode and VLLM_SERVER_DEV_MODE=1.");
    }

    @Override
    public List<ClientSetting> settings() {
        return List.of(LEVEL);
    }

    @Override
    public ModelServer connect(Connection connection, Map<String, Integer> settings) {
        return ModelServers.vllm(connection, LEVEL.in(settings));
    }
}
