package io.github.vramguard.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what {@code /api/show} of Ollama reports about the files of models. */
record OllamaFiles(Http http) {

    private static final Pattern FROM = Pattern.compile("(?m)^FROM (.+)$");
    private static final Pattern CONTEXT = Pattern.compile("(?m)^num_ctx +(\\d{1,18})$");

    OllamaFile show(String model) throws ServerError {
        Json shown = ask(Json.object().put("model", model), model);
        if (leavesOutLists(shown)) {
            shown = ask(Json.object().put("model", model).put("verbose", true), model);
        }
        OllamaServer.mustRunHere(shown, model);
        return new OllamaFile(
                path(shown),
                shown.at("model_info").map(),
                tensors(shown),
                context(model, shown),
                !shown.at("projector_info").node().isEmpty());
    }

    private Json ask(ObjectNode request, String model) throws ServerError {
        return http.post("/api/show", request.toString(), http.toAsk())
                .advising(404, "get the model first: ollama pull " + model)
                .json();
    }

    /** A list for each layer is null like the vocabulary, which is long and of no use. */
    private static boolean leavesOutLists(Json shown) {
        JsonNode metadata = shown.at("model_info").node();
        String ofArchitecture = metadata.path("general.architecture").asText() + ".";
        return metadata.properties().stream()
                .anyMatch(entry -> entry.getValue().isNull() && entry.getKey().startsWith(ofArchitecture));
    }

    private static String path(Json shown) throws ServerError {
        Matcher from = FROM.matcher(shown.text("modelfile"));
        if (!from.find()) {
            throw shown.exchange().unlike("no FROM in \"modelfile\"");
        }
        return from.group(1).strip();
    }

    private static List<OllamaFile.Tensor> tensors(Json shown) throws ServerError {
        List<OllamaFile.Tensor> tensors = new ArrayList<>();
        if (shown.has("tensors")) {
            for (Json tensor : shown.at("tensors").items()) {
                tensors.add(new OllamaFile.Tensor(tensor.text("name"), tensor.text("type"), shape(tensor)));
            }
        }
        return tensors;
    }

    private static List<Long> shape(Json tensor) throws ServerError {
        List<Long> shape = new ArrayList<>();
        for (Json size : tensor.at("shape").items()) {
            shape.add(size.node().asLong(-1));
        }
        return shape;
    }

    private OptionalLong context(String model, Json shown) throws ServerError {
        for (LoadedModel loaded : new OllamaServer(http, OptionalLong.empty()).loaded()) {
            if (loaded.isCalled(model) && loaded.contextTokens().isPresent()) {
                return loaded.contextTokens();
            }
        }
        Matcher made = CONTEXT.matcher(shown.at("parameters").node().asText());
        return made.find() ? OptionalLong.of(Long.parseLong(made.group(1))) : OptionalLong.empty();
    }
}
