package io.github.vramguard.server;

import io.github.vramguard.memory.CommandLine;
import io.github.vramguard.memory.MemoryTarget.OneProcess;
import io.github.vramguard.memory.ServerAdvice;
import io.github.vramguard.memory.ServerAdvice.Occasion;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Triton Inference Server. */
final class TritonProfile implements ServerProfile {

    @Override
    public String name() {
        return "triton";
    }

    @Override
    public boolean runs(OneProcess process) {
        return process.command().equals("tritonserver");
    }

    @Override
    public Set<String> variables() {
        return Set.of("LD_PRELOAD");
    }

    @Override
    public List<ServerAdvice> advice(OneProcess process, CommandLine line) {
        return new AdviceList(line)
                .unlessSet(
                        Occasion.HOST_GROWS,
                        "LD_PRELOAD=libtcmalloc.so.4 shows whether malloc keeps what Triton has freed",
                        "LD_PRELOAD")
                .all();
    }

    @Override
    public URI address() {
        return URI.create("http://localhost:8000");
    }

    @Override
    public Help help() {
        return new Help(
                "Loads, uses and unloads a model on Triton Inference Server, and measures its processes.",
                "Triton has to be started with --model-control-mode=explicit. The inputs of each model are its own:"
                        + " without --request it is only loaded and unloaded. The length of a context is in its"
                        + " configuration.");
    }

    @Override
    public Prompting prompting() {
        return Prompting.REQUEST;
    }

    @Override
    public ModelServer connect(Connection connection, Map<String, Integer> settings) {
        return ModelServers.triton(connection, request -> request);
    }
}
