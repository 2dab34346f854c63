package io.github.vramguard.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.OptionalLong;

/** The calls that a llama-server understands in both of its modes; each names the model, for a router to pass it on. */
record LlamaCalls(Http http) {

    Json models() throws ServerError {
        return http.get("/models").json().at("data");
    }

    Json props(String model) throws ServerError {
        return http.get("/props" + query(model)).json();
    }

    /** How long a conversation may be; slots that share their cells have as much each as all have together. */
    OptionalLong contextTokens(String model) throws ServerError {
        return contextTokens(props(model));
    }

    static OptionalLong contextTokens(Json props) {
        return props.at("default_generation_settings").amount("n_ctx");
    }

    void complete(String model, String prompt, Deadline deadline) throws ServerError {
        ObjectNode request = Greedy.put(asking(model).put("prompt", prompt), "n_predict");
        http.post("/completion", request.put("stream", false).toString(), deadline)
                .json()
                .text("content");
    }

    List<Json> slots(String model) throws ServerError {
        return http.get("/slots" + query(model))
                .advising(501, "start llama-server without --no-slots")
                .json()
                .items();
    }

    void erase(String model, long slot) throws ServerError {
        http.post("/slots/" + slot + "?action=erase", asking(model).toString(), http.toAsk())
                .advising(501, "start llama-server with --slot-save-path and a directory")
                .ok();
    }

    static ObjectNode asking(String model) {
        return Json.object().put("model", model);
    }

    /** By default, a router loads a model that it is asked about. */
    private static String query(String model) {
        return "?model=" + Http.encoded(model) + "&autoload=false";
    }
}
