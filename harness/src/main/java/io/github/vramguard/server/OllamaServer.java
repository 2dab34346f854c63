package io.github.vramguard.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Ollama: a model is in its list until the process that held it has ended. */
final class OllamaServer implements ModelServer {

    /** Longer than a cycle, whatever the server's own default is, and not forever. */
    private static final String KEPT = "15m";

    private final Http http;
    private final Deadlines deadlines;

    OllamaServer(URI address, Deadlines deadlines) {
        this.http = new Http("Ollama", address);
        this.deadlines = deadlines;
    }

    @Override
    public String name() {
        return http.toString();
    }

    @Override
    public void load(String model) throws ServerError {
        generate(model, request(model).put("keep_alive", KEPT), deadlines.load());
        List<String> held = held();
        if (!held.contains(listed(model))) {
            throw new ServerError(
                    "load " + model + " into " + name(),
                    "it was loaded, and the list of loaded models is " + held,
                    "call the model by the name that \"ollama ps\" shows");
        }
    }

    @Override
    public void unload(String model) throws ServerError {
        generate(model, request(model).put("keep_alive", 0), deadlines.unload());
        new Departure(name(), listed(model), deadlines.unload())
                .await(this::held, "a request that still runs keeps it; see \"ollama ps\" and the log of Ollama");
    }

    @Override
    public void use(String model, String prompt) throws ServerError {
        ObjectNode request = request(model).put("prompt", prompt).put("keep_alive", KEPT);
        Greedy.put(request.putObject("options"), "num_predict");
        generate(model, request, deadlines.use());
    }

    @Override
    public List<LoadedModel> loaded() throws ServerError {
        List<LoadedModel> models = new ArrayList<>();
        for (Json model :
                http.get("/api/ps", deadlines.ask()).json().at("models").items()) {
            models.add(new LoadedModel(
                    model.text("name"),
                    model.amount("size"),
                    model.amount("size_vram"),
                    model.amount("context_length")));
        }
        return models;
    }

    @Override
    public OptionalLong contextInUse(String model) {
        return OptionalLong.empty();
    }

    @Override
    public void reset(String model) throws ServerError {
        throw new ServerError(
                "reset " + model + " on " + name(),
                "Ollama has no call that erases a conversation",
                "unload the model in place of that");
    }

    private void generate(String model, ObjectNode request, Duration deadline) throws ServerError {
        Json answer = http.post("/api/generate", request.toString(), deadline)
                .advising(404, "get the model first: ollama pull " + model)
                .json();
        if (!answer.flag("done")) {
            throw answer.answer().unlike("not done");
        }
    }

    private static ObjectNode request(String model) {
        return Json.object().put("model", model).put("stream", false);
    }

    private List<String> held() throws ServerError {
        return loaded().stream().map(LoadedModel::model).toList();
    }

    /** A name without a tag means the latest one, and is listed with it. */
    private static String listed(String model) {
        return model.indexOf(':', model.lastIndexOf('/') + 1) < 0 ? model + ":latest" : model;
    }
}
