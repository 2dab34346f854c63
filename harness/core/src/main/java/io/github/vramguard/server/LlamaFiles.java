package io.github.vramguard.server;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/** Where the files of the models of a llama-server are. */
record LlamaFiles(LlamaCalls calls) {

    /** The process of a model that sleeps still answers what it is asked about it, and is not woken by that. */
    private static final Set<String> WITH_PROCESS = Set.of("loaded", "sleeping");

    LlamaFile find(String model) throws ServerError {
        Json found = named(model);
        List<String> arguments = arguments(found);
        String state = found.at("status").at("value").node().asText();
        return found.has("status") && !WITH_PROCESS.contains(state)
                ? toBeLoaded(found, arguments)
                : loaded(found.text("id"), arguments);
    }

    private Json named(String model) throws ServerError {
        List<Json> all = calls.models().items();
        List<String> names = new ArrayList<>();
        for (Json candidate : all) {
            names.add(candidate.text("id"));
        }
        if (model.isEmpty() ? all.size() == 1 : names.contains(model)) {
            return all.get(Math.max(0, names.indexOf(model)));
        }
        String asked = model.isEmpty() ? "the only model" : model;
        throw calls.http().refusal("find", asked, "the server has " + names, "name one of these");
    }

    private LlamaFile loaded(String model, List<String> arguments) throws ServerError {
        Json props = calls.props(model);
        return new LlamaFile(
                props.text("model_path"),
                props.amount("total_slots"),
                LlamaCalls.contextTokens(props),
                takesMoreThanText(props),
                arguments);
    }

    private static boolean takesMoreThanText(Json props) {
        JsonNode modalities = props.at("modalities").node();
        return modalities.path("vision").asBoolean() || modalities.path("audio").asBoolean();
    }

    /** A router reports how it will start the process of the model. */
    private static LlamaFile toBeLoaded(Json model, List<String> arguments) throws ServerError {
        int path = arguments.indexOf("--model") + 1;
        if (path == 0 || path == arguments.size()) {
            throw model.exchange()
                    .advising("load the model first")
                    .unlike("the router does not report its file before it is loaded");
        }
        return new LlamaFile(
                arguments.get(path),
                OptionalLong.empty(),
                OptionalLong.empty(),
                arguments.contains("--mmproj"),
                arguments);
    }

    private static List<String> arguments(Json model) throws ServerError {
        List<String> arguments = new ArrayList<>();
        if (model.at("status").has("args")) {
            for (Json argument : model.at("status").at("args").items()) {
                arguments.add(argument.node().asText());
            }
        }
        return arguments;
    }
}
