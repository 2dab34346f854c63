package io.github.vramguard.cli.cycle;

import io.github.vramguard.measure.Cycle;
import io.github.vramguard.memory.Program;
import io.github.vramguard.server.LoadedModel;
import io.github.vramguard.server.ModelServer;
import io.github.vramguard.server.ServedModel;
import io.github.vramguard.server.ServerError;
import io.github.vramguard.server.ServerProfile;
import java.util.List;
import java.util.Optional;

/**
 * A model on a server.
 *
 * @param profile what is known of such a server
 * @param server the server
 * @param model its name there
 * @param prompt what it is asked; empty where it is only loaded
 */
record CycledModel(ServerProfile profile, ModelServer server, String model, Optional<String> prompt) implements Cycled {

    @Override
    public void load() throws ServerError {
        server.load(model);
    }

    @Override
    public void use(Cycle cycle) throws ServerError {
        if (prompt.isPresent()) {
            new ServedModel(server, model, prompt.get()).turn(cycle);
        }
    }

    @Override
    public void unload() throws ServerError {
        server.unload(model);
    }

    @Override
    public Optional<List<LoadedModel>> held() throws ServerError {
        return Optional.of(server.loaded());
    }

    @Override
    public Optional<String> obstacle(List<Program> running) {
        return running.stream()
                .filter(program -> profile.runs(program.process()))
                .flatMap(program -> profile.whyNeverUnloaded(program.commandLine()).stream())
                .findFirst();
    }
}
