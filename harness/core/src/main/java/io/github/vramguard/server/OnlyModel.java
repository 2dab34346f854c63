package io.github.vramguard.server;

import java.util.ArrayList;
import java.util.List;

/**
 * The one model of a llama-server that was started with it. It is loaded for as long as the server runs, unless the server sleeps
 * when it is idle: then model and context are freed, in the same process.
 */
record OnlyModel(LlamaCalls calls) implements LlamaModels {

    @Override
    public void load(String model) throws ServerError {
        mustBeServed(model);
        if (!isAwake(model)) {
            calls.complete(model, " ", calls.http().toLoad());
        }
    }

    @Override
    public void unload(String model) throws ServerError {
        mustBeServed(model);
        new Departure(calls.http(), model, calls.http().toUnload())
                .await(
                        () -> isAwake(model) ? served() : List.of(),
                        "a llama-server with one model unloads it only when idle: start it with"
                                + " --sleep-idle-seconds 1, or without -m as a router");
    }

    @Override
    public List<LoadedModel> loaded() throws ServerError {
        List<LoadedModel> models = new ArrayList<>();
        for (String model : served()) {
            if (isAwake(model)) {
                models.add(LoadedModel.withContext(model, calls.contextTokens(model)));
            }
        }
        return models;
    }

    /** Versions that know no sleep are awake. */
    @Override
    public boolean isAwake(String model) throws ServerError {
        Json props = calls.props(model);
        return !props.has("is_sleeping") || !props.flag("is_sleeping");
    }

    private void mustBeServed(String model) throws ServerError {
        List<String> served = served();
        if (!served.contains(model)) {
            throw calls.http()
                    .refusal(
                            "find",
                            model,
                            "the server was started with " + served,
                            "use that name, or start llama-server with --alias " + model);
        }
    }

    private List<String> served() throws ServerError {
        return calls.models().texts("id");
    }
}
