package io.github.vramguard.server;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/** The models of a llama-server that runs as a router: each in a process of its own, which ends when it is unloaded. */
record RoutedModels(LlamaCalls calls) implements LlamaModels {

    private static final Set<String> WITHOUT_PROCESS = Set.of("unloaded", "downloading");

    @Override
    public void load(String model) throws ServerError {
        Deadline deadline = calls.http().toLoad();
        String state = state(find(model));
        if (state.equals("sleeping")) {
            calls.complete(model, " ", deadline);
        } else if (!state.equals("loaded")) {
            ask("load", model, deadline);
            awaitLoaded(model, deadline);
        }
    }

    private void awaitLoaded(String model, Deadline deadline) throws ServerError {
        Json last = Polling.until(deadline, () -> find(model), found -> isLoaded(found) || hasFailed(found));
        if (!isLoaded(last)) {
            throw last.exchange()
                    .advising("see the log of llama-server for why " + model + " does not load")
                    .unlike(model + " is " + state(last) + ", exit code "
                            + last.at("status").at("exit_code").node().asText("none"));
        }
    }

    @Override
    public void unload(String model) throws ServerError {
        if (held().contains(model)) {
            Deadline deadline = calls.http().toUnload();
            ask("unload", model, deadline);
            new Departure(calls.http(), model, deadline)
                    .await(this::held, "see the log of llama-server, and whether the process of the model still runs");
        }
    }

    @Override
    public List<LoadedModel> loaded() throws ServerError {
        List<LoadedModel> models = new ArrayList<>();
        for (Json model : calls.models().items()) {
            if (holdsMemory(model)) {
                models.add(LoadedModel.withContext(model.text("id"), context(model)));
            }
        }
        return models;
    }

    private OptionalLong context(Json model) throws ServerError {
        return isLoaded(model) ? calls.contextTokens(model.text("id")) : OptionalLong.empty();
    }

    @Override
    public boolean isAwake(String model) throws ServerError {
        return isLoaded(find(model));
    }

    private void ask(String what, String model, Deadline deadline) throws ServerError {
        calls.http()
                .post("/models/" + what, LlamaCalls.asking(model).toString(), deadline)
                .ok();
    }

    private List<String> held() throws ServerError {
        List<String> names = new ArrayList<>();
        for (Json model : calls.models().items()) {
            if (holdsMemory(model)) {
                names.add(model.text("id"));
            }
        }
        return names;
    }

    private Json find(String model) throws ServerError {
        List<String> names = new ArrayList<>();
        for (Json candidate : calls.models().items()) {
            names.add(candidate.text("id"));
            if (names.contains(model)) {
                return candidate;
            }
        }
        throw calls.http()
                .refusal(
                        "find",
                        model,
                        "the router knows " + names,
                        "use one of these names, or start it with --models-dir and the directory of the model");
    }

    /** A model that sleeps still has a process, and that its context on the GPU. */
    private static boolean holdsMemory(Json model) {
        return !WITHOUT_PROCESS.contains(state(model));
    }

    private static boolean isLoaded(Json model) {
        return state(model).equals("loaded");
    }

    private static boolean hasFailed(Json model) {
        return model.at("status").at("failed").node().asBoolean();
    }

    private static String state(Json model) {
        return model.at("status").at("value").node().asText();
    }
}
