package io.github.vramguard.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** vLLM: it serves one model for as long as it runs, and releases the memory of the model while it sleeps. */
final class VllmServer implements ModelServer {

    private static final String DEVELOPMENT = "start vLLM with VLLM_SERVER_DEV_MODE=1 in its environment";

    private static final int NO_SUCH_PATH = 404;

    /** The level at which the weights are dropped rather than moved to host memory. */
    private static final int WITHOUT_WEIGHTS = 2;

    private final Http http;
    private final int sleepLevel;

    VllmServer(Connection connection, int sleepLevel) {
        if (sleepLevel != 1 && sleepLevel != WITHOUT_WEIGHTS) {
            throw new IllegalArgumentException("vLLM sleeps at level 1 (weights move to host memory) or 2 (weights are"
                    + " dropped), and not at " + sleepLevel);
        }
        this.http = new Http("vLLM", connection);
        this.sleepLevel = sleepLevel;
    }

    @Override
    public String name() {
        return http.toString();
    }

    @Override
    public void load(String model) throws ServerError {
        mustBeServed(model);
        if (isAsleep()) {
            Deadline deadline = http.toLoad();
            http.post("/wake_up", "", deadline).ok();
            if (sleepLevel == WITHOUT_WEIGHTS) {
                ObjectNode reload = Json.object().put("method", "reload_weights");
                http.post("/collective_rpc", reload.toString(), deadline).ok();
            }
            awaitWaking(deadline);
        }
    }

    private void awaitWaking(Deadline deadline) throws ServerError {
        if (Polling.until(deadline, this::isAsleep, asleep -> !asleep)) {
            throw new ServerError("wake " + name(), "after " + deadline + " it still sleeps", "read the log of vLLM");
        }
    }

    @Override
    public void unload(String model) throws ServerError {
        mustBeServed(model);
        Deadline deadline = http.toUnload();
        http.post("/sleep?level=" + sleepLevel, "", deadline)
                .advising(DEVELOPMENT + ", and with --enable-sleep-mode")
                .ok();
        new Departure(http, model, deadline)
                .await(() -> isAsleep() ? List.of() : served(), "a request that still runs keeps it awake");
    }

    @Override
    public void use(String model, String prompt) throws ServerError {
        ObjectNode request = Json.object().put("model", model).put("prompt", prompt);
        http.post("/v1/completions", Greedy.put(request, "max_tokens").toString(), http.toUse())
                .json()
                .at("choices")
                .items();
    }

    @Override
    public List<LoadedModel> loaded() throws ServerError {
        List<LoadedModel> models = new ArrayList<>();
        for (Json model : isAsleep() ? List.<Json>of() : models().items()) {
            models.add(LoadedModel.withContext(model.text("id"), model.amount("max_model_len")));
        }
        return models;
    }

    @Override
    public OptionalLong contextInUse(String model) throws ServerError {
        if (isAsleep()) {
            return OptionalLong.of(0);
        }
        Answer metrics = http.get("/metrics");
        return metrics.status() == NO_SUCH_PATH ? OptionalLong.empty() : VllmCache.tokens(metrics.text());
    }

    @Override
    public void reset(String model) throws ServerError {
        http.post("/reset_prefix_cache", "", http.toAsk())
                .advising(NO_SUCH_PATH, DEVELOPMENT)
                .ok();
    }

    private void mustBeServed(String model) throws ServerError {
        List<String> served = served();
        if (!served.contains(model)) {
            throw http.refusal(
                    "find",
                    model,
                    "it serves " + served,
                    "use one of these names, or start vLLM with --served-model-name " + model);
        }
    }

    private List<String> served() throws ServerError {
        return models().texts("id");
    }

    private Json models() throws ServerError {
        return http.get("/v1/models").json().at("data");
    }

    /** A server that cannot sleep does not know the question. */
    private boolean isAsleep() throws ServerError {
        Answer answer = http.get("/is_sleeping");
        return answer.status() != NO_SUCH_PATH && answer.json().flag("is_sleeping");
    }
}
