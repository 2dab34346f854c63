package io.github.vramguard.server;

import io.github.vramguard.memory.Program;
import io.github.vramguard.memory.TokenCache;
import io.github.vramguard.model.Model;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The model of a running llama-server, as its command line names it and its file describes it. */
final class LlamaModelFile {

    private final Program server;

    private LlamaModelFile(Program server) {
        this.server = server;
    }

    /** What its tokens take; empty unless there is one such server, and its model can be read by this user. */
    static Optional<TokenCache> cache(List<Program> servers) {
        List<LlamaModelFile> models = servers.stream()
                .map(LlamaModelFile::new)
                .filter(model -> model.file().isPresent())
                .toList();
        return models.size() == 1 ? models.get(0).cache() : Optional.empty();
    }

    private Optional<TokenCache> cache() {
        try {
            LlamaContext context = LlamaContext.of(server.commandLine());
            TokenCache cache =
                    Model.read(file().orElseThrow()).cache(context.settings()).ofTokens();
            return Optional.of(context.isWhole() ? cache : cache.withoutReserved());
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
}
