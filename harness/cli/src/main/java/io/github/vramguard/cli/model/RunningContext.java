package io.github.vramguard.cli.model;

import io.github.vramguard.cli.usage.ThisMachine;
import io.github.vramguard.memory.CommandLine;
import io.github.vramguard.memory.MemoryTarget.ProcessTree;
import io.github.vramguard.memory.Program;
import io.github.vramguard.model.ContextSettings;
import io.github.vramguard.model.Model;
import io.github.vramguard.server.LlamaContext;
import io.github.vramguard.server.LlamaFile;
import io.github.vramguard.server.ServerProfiles;
import io.github.vramguard.source.Sources;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/**
 * How a llama-server runs a model: what it reports, and its command line where that is known.
 *
 * @param started its command line; empty where only the server itself was asked
 */
record RunningContext(LlamaFile file, Optional<LlamaContext> started) {

    static RunningContext of(LlamaFile file, URI server) {
        return of(file, ofProcess(server));
    }

    /** A router reports the arguments with which it starts a server, which inherits the environment of the router. */
    static RunningContext of(LlamaFile file, Optional<CommandLine> listener) {
        Optional<CommandLine> line = file.arguments().isEmpty()
                ? listener
                : Optional.of(new CommandLine(
                        file.arguments(), listener.map(CommandLine::environment).orElse(Map.of())));
        return new RunningContext(file, line.flatMap(RunningContext::read));
    }

    /** A server elsewhere, in a container or of another user does not show how it was started. */
    private static Optional<CommandLine> ofProcess(URI server) {
        if (!ThisMachine.has(server)) {
            return Optional.empty();
        }
        try {
            ProcessTree listener = ThisMachine.listenerAt(server);
            return Sources.of(listener, Set.of("processes")).programs(listener, ServerProfiles.known()).stream()
                    .filter(program -> program.process().equals(listener.root()))
                    .findFirst()
                    .map(Program::commandLine);
        } catch (IllegalArgumentException unseen) {
            return Optional.empty();
        }
    }

    private static Optional<LlamaContext> read(CommandLine line) {
        try {
            return Optional.of(LlamaContext.of(line));
        } catch (IllegalArgumentException ofAnotherVersion) {
            return Optional.empty();
        }
    }

    ContextSettings settings() {
        ContextSettings known = started.map(LlamaContext::settings).orElse(ContextSettings.of(0));
        long slots = file.slots().orElse(known.parallel());
        return slots >= 1 && slots <= ContextSettings.MOST_SEQUENCES
                ? known.toBuilder().parallel((int) slots).build()
                : known;
    }

    /** What is loaded beside the model, and what its own drafts take where that is not known. */
    List<String> notCounted(Model model) {
        List<String> beside = new ArrayList<>();
        started.ifPresent(known -> beside.addAll(known.notCounted()));
        if (settings().speculation().byItself() && !model.draftsByItself()) {
            beside.add("the context that drafts tokens (draft-mtp)");
        }
        return beside;
    }

    OptionalInt gpuLayers() {
        return started.map(LlamaContext::gpuLayers).orElse(OptionalInt.empty());
    }

    /** For all slots together. */
    OptionalLong tokens() {
        ContextSettings settings = settings();
        if (settings.context() > 0) {
            return OptionalLong.of(settings.context());
        }
        boolean knowsSharing = started.isPresent() || settings.parallel() == 1;
        int caches = settings.unified() ? 1 : settings.parallel();
        return knowsSharing && file.slotTokens().isPresent()
                ? OptionalLong.of(file.slotTokens().getAsLong() * caches)
                : OptionalLong.empty();
    }
}
