package io.github.vramguard.explain;

import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.Program;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Known reasons why servers keep memory, by their own settings. Each was found in reports of users; the next step names
 * the setting that shows whether it is this one.
 */
final class ServerAdvice {

    /** A reason: where it shows, with which server, and what tells. */
    private record Pattern(Predicate<Pool> pool, Predicate<Program> server, String advice) {}

    private static final Set<Pool> HOST = Set.of(Pool.RESIDENT, Pool.CONTAINER, Pool.DESCENDANTS);

    private static final List<Pattern> PATTERNS = List.of(
            new Pattern(
                    HOST::contains,
                    server -> isLlama(server)
                            && isLeftAlone(server, "LLAMA_ARG_CTX_CHECKPOINTS", "-ctxcp", "--ctx-checkpoints"),
                    "LLAMA_ARG_CTX_CHECKPOINTS=0 tells whether it is context checkpoints, up to 32 for each slot of a model"
                            + " with a sliding window or a recurrent state"),
            new Pattern(
                    pool -> HOST.contains(pool) || pool.isGpu(),
                    server -> is(server, "ollama") && isLeftAlone(server, "OLLAMA_KEEP_ALIVE"),
                    "unload with keep_alive 0: Ollama holds a model for 5 minutes after its last use, and OLLAMA_KEEP_ALIVE"
                            + " sets how long"),
            new Pattern(
                    Pool::isGpu,
                    server -> is(server, "ollama") && isLeftAlone(server, "OLLAMA_CONTEXT_LENGTH"),
                    "set OLLAMA_CONTEXT_LENGTH: without it the context, and so its cache, follows the free memory of the"
                            + " GPU"),
            new Pattern(
                    Pool::isGpu,
                    server -> isLlama(server) && isLeftAlone(server, "LLAMA_ARG_FIT", "-fit", "--fit"),
                    "LLAMA_ARG_FIT=off and an explicit LLAMA_ARG_CTX_SIZE: else the context follows the free memory of the"
                            + " GPU"),
            new Pattern(
                    Pool::isGpu,
                    server ->
                            isLlama(server) && server.commandLine().arguments().contains("--sleep-idle-seconds"),
                    "llama-server keeps its GPU context while it sleeps, some 400 MiB by design; end the process to have"
                            + " it back"),
            new Pattern(
                    Pool::isGpu,
                    ServerAdvice::isLlama,
                    "GGML_CUDA_DISABLE_GRAPHS=1 tells whether it is recorded CUDA graphs"),
            new Pattern(
                    HOST::contains,
                    server -> is(server, "vllm") || server.process().command().startsWith("VLLM::"),
                    "level 1 of sleep moves the weights to host memory by design; level 2 drops them"),
            new Pattern(
                    HOST::contains,
                    server -> is(server, "tritonserver")
                            && server.setting("LD_PRELOAD").isEmpty(),
                    "LD_PRELOAD=libtcmalloc.so.4 tells whether malloc keeps what Triton has freed"),
            new Pattern(
                    HOST::contains,
                    server -> isLeftAlone(server, "MALLOC_ARENA_MAX"),
                    "MALLOC_ARENA_MAX=2 for the server tells whether arenas of malloc keep what it has freed"));

    private ServerAdvice() {}

    static List<String> of(List<Program> servers, Pool pool) {
        return PATTERNS.stream()
                .filter(pattern -> pattern.pool.test(pool))
                .flatMap(pattern ->
                        servers.stream().filter(pattern.server).limit(1).map(server -> pattern.advice))
                .toList();
    }

    private static boolean isLlama(Program program) {
        return is(program, "llama-server");
    }

    private static boolean is(Program program, String command) {
        return program.process().command().equals(command);
    }

    private static boolean isLeftAlone(Program program, String variable, String... flags) {
        return program.setting(variable, flags).isEmpty();
    }
}
