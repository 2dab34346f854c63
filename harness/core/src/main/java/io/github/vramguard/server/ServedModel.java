package io.github.vramguard.server;

import io.github.vramguard.measure.Cycle;
import io.github.vramguard.measure.Rollback;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A model on a server, as the three steps of a cycle:
 *
 * <pre>{@code
 * ServedModel model = new ServedModel(ollama, "qwen3:8b", "Once upon a time");
 * HarnessResult result = LoadUnloadHarness.of(Targets.listeningOn(11434))
 *         .run(model::load, ServedModel::use, ServedModel::unload);
 * }</pre>
 *
 * <p>The unload ends when the server says that the model is gone. Whether its memory is gone, the driver knows: the harness then
 * waits until the GPUs are back at the level before the load, or hold still above it for 2 seconds, and at most 10 seconds; see {@link io.github.vramguard.measure.Settling}.
 *
 * @param server the server
 * @param model the name of the model on it
 * @param prompt what the model is asked in each cycle
 * @since 0.1.0
 */
@API(status = Status.EXPERIMENTAL, since = "0.1.0")
public record ServedModel(ModelServer server, String model, String prompt) {

    /**
     * Loads the model.
     *
     * @return this
     * @throws ServerError if the model cannot be loaded; it is unloaded again then, because it may have been loaded in part
     */
    public ServedModel load() throws ServerError {
        Rollback.<ServerError>onFailure(() -> server.load(model), this::unload);
        return this;
    }

    /**
     * Lets the model answer the prompt.
     *
     * @throws ServerError if there is no answer
     */
    public void use() throws ServerError {
        server.use(model, prompt);
    }

    /**
     * Lets the model answer the prompt, and marks how many tokens its context holds before and after, if the server reports
     * it.
     *
     * @param cycle the cycle that runs
     * @throws ServerError if there is no answer
     */
    public void turn(Cycle cycle) throws ServerError {
        mark(cycle);
        use();
        mark(cycle);
    }

    private void mark(Cycle cycle) throws ServerError {
        server.contextInUse(model).ifPresent(tokens -> cycle.mark("turn", tokens));
    }

    /**
     * Unloads the model.
     *
     * @throws ServerError if the server still holds it when its time is over
     */
    public void unload() throws ServerError {
        server.unload(model);
    }
}
