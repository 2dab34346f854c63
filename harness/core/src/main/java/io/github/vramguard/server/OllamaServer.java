package io.github.vramguard.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.locks.LockSupport;

/** Ollama: a model is in its list until the process that held it has ended. */
final class OllamaServer implements ModelServer {

    /**
     * Ollama reads the table of its models unguarded, and ends with a fatal error of Go if it is asked at the very moment that
     * one leaves it (pull request 15528 of ollama/ollama).
     */
    private static final Duration WHILE_IT_LEAVES = Duration.ofMillis(100);

    /** Longer than a cycle, whatever the server's own default is, and not forever. */
    private static final String KEEP_ALIVE = "15m";

    private static final String ELSEWHERE = "remote_host";

    private final Http http;
    private final OptionalLong contextTokens;

    OllamaServer(Connection connection, OptionalLong contextTokens) {
        this(new Http("Ollama", connection), contextTokens);
    }

    OllamaServer(Http http, OptionalLong contextTokens) {
        this.http = http;
        this.contextTokens = contextTokens;
    }

    @Override
    public String name() {
        return http.toString();
    }

    @Override
    public void load(String model) throws ServerError {
        generate(model, keptAlive(model), http.toLoad());
        List<String> held = held();
        if (!held.contains(listed(model))) {
            throw new ServerError(
                    "load " + model + " into " + name(),
                    "it was loaded, but the list of loaded models is " + held,
                    "call the model by the name that \"ollama ps\" shows");
        }
    }

    @Override
    public void unload(String model) throws ServerError {
        Deadline deadline = http.toUnload();
        generate(model, request(model).put("keep_alive", 0), deadline);
        LockSupport.parkNanos(WHILE_IT_LEAVES.toNanos());
        new Departure(http, listed(model), deadline)
                .await(this::held, "a request that still runs keeps it; see \"ollama ps\" and the log of Ollama");
    }

    @Override
    public void use(String model, String prompt) throws ServerError {
        ObjectNode request = keptAlive(model).put("prompt", prompt);
        Greedy.put(request.withObject("/options"), "num_predict");
        generate(model, request, http.toUse());
    }

    @Override
    public List<LoadedModel> loaded() throws ServerError {
        List<LoadedModel> models = new ArrayList<>();
        for (Json model : http.get("/api/ps").json().at("models").items()) {
            if (!model.has(ELSEWHERE)) {
                models.add(loaded(model));
            }
        }
        return models;
    }

    /** LocalAI, which answers as Ollama does, writes 0 for what it does not know; no model takes no memory at all. */
    private static LoadedModel loaded(Json model) throws ServerError {
        OptionalLong size = model.amount("size");
        boolean isKnown = size.isEmpty() || size.getAsLong() > 0;
        return new LoadedModel(
                model.text("name"),
                isKnown ? size : OptionalLong.empty(),
                isKnown ? model.amount("size_vram") : OptionalLong.empty(),
                model.amount("context_length"));
    }

    /** A cloud model runs on servers of others, which Ollama only asks. */
    static void mustRunHere(Json answer, String model) throws ServerError {
        if (answer.has(ELSEWHERE)) {
            throw answer.exchange()
                    .advising("name a model that Ollama runs on this machine")
                    .unlike(model + " is a cloud model, which runs on "
                            + answer.at(ELSEWHERE).node().asText() + " and takes no memory here");
        }
    }

    @Override
    public OptionalLong contextInUse(String model) {
        return OptionalLong.empty();
    }

    @Override
    public void reset(String model) throws ServerError {
        throw http.refusal("reset", model, "Ollama has no call that erases a conversation", "unload the model instead");
    }

    private void generate(String model, ObjectNode request, Deadline deadline) throws ServerError {
        Json answer = http.post("/api/generate", request.toString(), deadline)
                .advising(404, "get the model first: ollama pull " + model)
                .json();
        mustRunHere(answer, model);
        if (!answer.flag("done")) {
            throw answer.exchange().unlike("not done");
        }
    }

    /** A request with another context than that of the load would load the model anew. */
    private ObjectNode keptAlive(String model) {
        ObjectNode request = request(model).put("keep_alive", KEEP_ALIVE);
        contextTokens.ifPresent(tokens -> request.putObject("options").put("num_ctx", tokens));
        return request;
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
