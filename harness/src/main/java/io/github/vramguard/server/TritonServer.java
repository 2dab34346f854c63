package io.github.vramguard.server;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Triton Inference Server, by its model repository extension. */
final class TritonServer implements ModelServer {

    /** Known, and not in memory; the index of a model that never was leaves the state out. */
    private static final Set<String> NOT_LOADED = Set.of("", "UNAVAILABLE");

    private final Http http;
    private final Optional<Inference> inference;
    private final Deadlines deadlines;

    TritonServer(URI address, Optional<Inference> inference, Deadlines deadlines) {
        this.http = new Http("Triton", address);
        this.inference = inference;
        this.deadlines = deadlines;
    }

    @Override
    public String name() {
        return http.toString();
    }

    @Override
    public void load(String model) throws ServerError {
        control("load", model, deadlines.load());
    }

    /** The answer comes before the requests that still run have ended. */
    @Override
    public void unload(String model) throws ServerError {
        control("unload", model, deadlines.unload());
        new Departure(name(), model, deadlines.unload())
                .await(
                        () -> loaded().stream().map(LoadedModel::model).toList(),
                        "a request that still runs keeps it; read the log of Triton");
    }

    @Override
    public void use(String model, String prompt) throws ServerError {
        Inference request = inference.orElseThrow(() -> refusal(
                "use", model, "every model of Triton has inputs of its own", "give an Inference that writes them"));
        http.post(path(model) + "/infer", request.body(prompt), deadlines.use())
                .json()
                .at("outputs")
                .items();
    }

    @Override
    public List<LoadedModel> loaded() throws ServerError {
        List<LoadedModel> models = new ArrayList<>();
        for (Json model :
                http.post("/v2/repository/index", "{}", deadlines.ask()).json().items()) {
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
        throw refusal("reset", model, "Triton has no call that erases a conversation", "unload the model instead");
    }

    private void control(String what, String model, Duration deadline) throws ServerError {
        http.post("/v2/repository/models/" + Http.encoded(model) + "/" + what, "{}", deadline)
                .advising(
                        "start Triton with --model-control-mode=explicit; if it is, its log tells more about " + model)
                .ok();
    }

    private ServerError refusal(String what, String model, String why, String next) {
        return new ServerError(what + " " + model + " on " + name(), why, next);
    }

    private static String path(String model) {
        return "/v2/models/" + Http.encoded(model);
    }
}
