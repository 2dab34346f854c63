package io.github.vramguard.cli.cycle;

import io.github.vramguard.measure.Cycle;
import io.github.vramguard.memory.Program;
import io.github.vramguard.server.LoadedModel;
import java.util.List;
import java.util.Optional;

/** What is loaded, used and unloaded in each cycle. */
interface Cycled {

    void load() throws Exception;

    void use(Cycle cycle) throws Exception;

    void unload() throws Exception;

    /** The models that the server reports as loaded; empty where no server can be asked. */
    default Optional<List<LoadedModel>> held() throws Exception {
        return Optional.empty();
    }

    /** Why the server cannot unload at all, as it was started; empty if it can, and where that is not known. */
    default Optional<String> obstacle(List<Program> running) {
        return Optional.empty();
    }

    /** The name of the model. */
    default String model() {
        return "";
    }
}
