package io.github.vramguard.server;

import io.github.vramguard.memory.CommandLine;
import io.github.vramguard.memory.MemoryTarget.OneProcess;
import io.github.vramguard.memory.Program;
import io.github.vramguard.memory.PromptCache;
import io.github.vramguard.memory.ServerAdvice;
import io.github.vramguard.memory.TokenCache;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** llama-server of llama.cpp. */
final class LlamaServerProfile implements ServerProfile {

    private static final String COMMAND = "llama-server";

    private static final Set<String> COMMANDS = Set.of(COMMAND, "llama-box");

    @Override
    public String name() {
        return COMMAND;
    }

    @Override
    public boolean runs(OneProcess process) {
        return COMMANDS.contains(process.command());
    }

    @Override
    public Set<String> variables() {
        return Set.of(
                "LLAMA_ARG_BATCH",
                "LLAMA_ARG_CACHE_RAM",
                "LLAMA_ARG_CACHE_TYPE_K",
                "LLAMA_ARG_CACHE_TYPE_V",
                "LLAMA_ARG_CHECKPOINT_MIN_STEP",
                "LLAMA_ARG_CTX_CHECKPOINTS",
                "LLAMA_ARG_CTX_SIZE",
                "LLAMA_ARG_DOCKER_REPO",
                "LLAMA_ARG_FIT",
                "LLAMA_ARG_FLASH_ATTN",
                "LLAMA_ARG_HF_REPO",
                "LLAMA_ARG_KV_UNIFIED",
                "LLAMA_ARG_MODEL",
                "LLAMA_ARG_MODEL_URL",
                "LLAMA_ARG_N_GPU_LAYERS",
                "LLAMA_ARG_N_PARALLEL",
                "LLAMA_ARG_SPEC_DRAFT_CACHE_TYPE_K",
                "LLAMA_ARG_SPEC_DRAFT_CACHE_TYPE_V",
                "LLAMA_ARG_SPEC_DRAFT_HF_REPO",
                "LLAMA_ARG_SPEC_DRAFT_MODEL",
                "LLAMA_ARG_SPEC_DRAFT_N_MAX",
                "LLAMA_ARG_SPEC_TYPE",
                "LLAMA_ARG_SWA_FULL",
                "LLAMA_ARG_UBATCH");
    }

    @Override
    public List<PromptCache> caches(OneProcess process, CommandLine line) {
        return isItself(process) ? LlamaPromptCache.of(process, line).stream().toList() : List.of();
    }

    @Override
    public List<ServerAdvice> advice(OneProcess process, CommandLine line) {
        return isItself(process) ? LlamaAdvice.of(line) : List.of();
    }

    /** A router, which was started without a model, starts a process for each, and unloads on request. */
    @Override
    public Optional<String> whyNeverUnloaded(CommandLine line) {
        boolean isRouter = line.setting("LLAMA_ARG_MODEL", "-m", "--model").isEmpty()
                && line.setting("LLAMA_ARG_HF_REPO", "-hf", "-hfr", "--hf-repo").isEmpty()
                && line.setting("LLAMA_ARG_MODEL_URL", "-mu", "--model-url").isEmpty()
                && line.setting("LLAMA_ARG_DOCKER_REPO", "-dr", "--docker-repo").isEmpty();
        boolean sleeps = line.setting("", "--sleep-idle-seconds")
                .filter(seconds -> !seconds.startsWith("-"))
                .isPresent();
        return isRouter || sleeps || line.arguments().isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "this llama-server was started with one model and without --sleep-idle-seconds, so it never"
                                + " unloads it: start it with --sleep-idle-seconds 1, or without -m as a router");
    }

    @Override
    public Optional<TokenCache> tokens(List<Program> running) {
        return LlamaModelFile.cache(
                running.stream().filter(program -> isItself(program.process())).toList());
    }

    @Override
    public URI address() {
        return URI.create("http://localhost:8080");
    }

    @Override
    public Help help() {
        return new Help(
                "Loads, uses and unloads a model on llama-server, and measures its processes.",
                "The length of the context is that with which llama-server was started (-c). As a router, started without"
                        + " -m, it loads and unloads; with one model it needs --sleep-idle-seconds.");
    }

    @Override
    public ModelServer connect(Connection connection, Map<String, Integer> settings) {
        return ModelServers.llamaServer(connection);
    }

    private static boolean isItself(OneProcess process) {
        return process.command().equals(COMMAND);
    }
}
