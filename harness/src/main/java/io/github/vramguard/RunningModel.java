package io.github.vramguard;

import io.github.vramguard.memory.Program;
import io.github.vramguard.memory.TokenCache;
import io.github.vramguard.model.ContextSettings;
import io.github.vramguard.model.Model;
import io.github.vramguard.model.TensorType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The model of a running llama-server, as its command line names it and its file describes it. */
final class RunningModel {

    private final Program server;

    private RunningModel(Program server) {
        this.server = server;
    }

    /** What its tokens take; empty unless there is one such server, and its model can be read by this user. */
    static Optional<TokenCache> cache(List<Program> programs) {
        List<RunningModel> models = programs.stream()
                .filter(program -> program.process().command().equals("llama-server"))
                .map(RunningModel::new)
                .filter(model -> model.file().isPresent())
                .toList();
        return models.size() == 1 ? models.get(0).cache() : Optional.empty();
    }

    private Optional<TokenCache> cache() {
        try {
            TokenCache cache =
                    Model.read(file().orElseThrow()).cache(settings()).ofTokens();
            return Optional.of(tellsContext() ? cache : new TokenCache(cache.bytesPerToken(), OptionalLong.empty()));
        } catch (IOException | IllegalArgumentException | ArithmeticException unknown) {
            return Optional.empty();
        }
    }

    /** As the server sees it, which may have another root. */
    private Optional<Path> file() {
        return server.setting("LLAMA_ARG_MODEL", "-m", "--model").map(this::seenFromHere);
    }

    private Path seenFromHere(String file) {
        Path process = Path.of("/proc", Long.toString(server.process().pid()));
        return file.startsWith("/")
                ? process.resolve("root" + file)
                : process.resolve("cwd").resolve(file);
    }

    private ContextSettings settings() {
        return new ContextSettings(
                number("LLAMA_ARG_CTX_SIZE", "-c", "--ctx-size").orElse(0),
                number("LLAMA_ARG_N_PARALLEL", "-np", "--parallel").orElse(1),
                has("LLAMA_ARG_KV_UNIFIED", "-kvu", "--kv-unified"),
                number("LLAMA_ARG_UBATCH", "-ub", "--ubatch-size").orElse(512),
                type("LLAMA_ARG_CACHE_TYPE_K", "-ctk", "--cache-type-k"),
                type("LLAMA_ARG_CACHE_TYPE_V", "-ctv", "--cache-type-v"),
                has("LLAMA_ARG_SWA_FULL", "--swa-full"),
                true);
    }

    /** Else it follows what memory is free, and the server decides how many sequences there are. */
    private boolean tellsContext() {
        return number("LLAMA_ARG_CTX_SIZE", "-c", "--ctx-size")
                        .filter(tokens -> tokens > 0)
                        .isPresent()
                && number("LLAMA_ARG_N_PARALLEL", "-np", "--parallel").isPresent();
    }

    private Optional<Integer> number(String variable, String... flags) {
        return server.setting(variable, flags).map(Integer::valueOf);
    }

    private TensorType type(String variable, String... flags) {
        return server.setting(variable, flags).map(TensorType::named).orElse(TensorType.F16);
    }

    private boolean has(String variable, String... flags) {
        return server.environment().containsKey(variable)
                || List.of(flags).stream().anyMatch(server.arguments()::contains);
    }
}
