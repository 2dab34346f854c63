package io.github.vramguard.server;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/** Triton Inference Server, by its model repository extension. */
final class TritonServer implements ModelServer {

    /** Known, and not in memory; the index of a model that never was leaves the state out. */
    private static final Set<String> NOT_LOADED = Set.of("", "UNAVAILABLE");

    private final Http http;
    private final Inference inference;

    TritonServer(Connection connection, Inference inference) {
        this.http = new Http("Triton", connection);
        this.inference = inference;
    }

    @Override
    public String name() {
        return http.toString();
    }

    @Override
    public void load(String model) throws ServerError {
        control("load", model, http.toLoad());
        List<String> held = held();
        if (!held.contains(model)) {
            throw new ServerError(
                    "load " + model + " into " + name(),
                    "it was accepted, but the list of loaded models is " + held,
                    "read the log of Triton");
        }
    }

    /** The answer comes before the requests that still run have ended. */
    @Override
    public void unload(String model) throws ServerError {
        Deadline deadline = http.toUnload();
        control("unload", model, deadline);
        new Departure(http, model, deadline)
                .await(this::held, "a request that still runs keeps it; read the log of Triton");
    }

    private List<String> held() throws ServerError {
        return loaded().stream().map(LoadedModel::model).toList();
    }

    @Override
    public void use(String model, String prompt) throws ServerError {
        http.post(path(model) + "/infer", inference.body(prompt), http.toUse())
                .json()
                .at("outputs")
                .items();
    }

    @Override
    public List<LoadedModel> loaded() throws ServerError {
        List<LoadedModel> models = new ArrayList<>();
        for (Json model :
                http.post("/v2/repository/index", "{}", http.toAsk()).json().items()) {
            String name = model.text("name");
            if (!NOT_LOADED.contains(model.at("state").node().asText())) {
                models.add(LoadedModel.withContext(name, OptionalLong.empty()));
            }
        }
        return models;
    }

    @Override
    public OptionalLong contextInUse(String model) {
        return OptionalLong.empty();
    }

    @Override
    public void reset(String model) throws ServerError {
        throw http.refusal("reset", model, "Triton has no call that erases a conversation", "unload the model instead");
    }

    private void control(String what, String model, Deadline deadline) throws ServerError {
        http.post("/v2/repository/models/" + Http.encoded(model) + "/" + what, "{}", deadline)
                .advising("start Triton with --model-control-mode=explicit; if it is, see its log for " + model)
                .ok();
    }

    private static String path(String model) {
        return "/v2/models/" + Http.encoded(model);
    }
}
