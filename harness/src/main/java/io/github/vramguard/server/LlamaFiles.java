package io.github.vramguard.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Where the files of the models of a llama-server are. */
record LlamaFiles(LlamaCalls calls) {

    LlamaFile find(String model) throws ServerError {
        Json found = named(model);
        return found.has("status")
                        && !found.at("status").at("value").node().asText().equals("loaded")
                ? toBeLoaded(found)
                : loaded(found.text("id"));
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

    private LlamaFile loaded(String model) throws ServerError {
        Json props = calls.props(model);
        OptionalLong slots = props.amount("total_slots");
        boolean isOne = slots.isPresent() && slots.getAsLong() == 1;
        return new LlamaFile(props.text("model_path"), isOne ? LlamaCalls.contextTokens(props) : OptionalLong.empty());
    }

    /** A router tells how it will start the process of the model. */
    private static LlamaFile toBeLoaded(Json model) throws ServerError {
        String path = argument("--model", model).orElseThrow(() -> model.answer()
                .advising("load the model first")
                .unlike("the router does not tell its file before it is loaded"));
        return new LlamaFile(path, context(argument("--ctx-size", model).orElse("")));
    }

    private static OptionalLong context(String argument) {
        return argument.matches("[1-9]\\d{0,17}") ? OptionalLong.of(Long.parseLong(argument)) : OptionalLong.empty();
    }

    private static Optional<String> argument(String name, Json model) throws ServerError {
        List<String> arguments = new ArrayList<>();
        for (Json argument : model.at("status").at("args").items()) {
            arguments.add(argument.node().asText());
        }
        int value = arguments.indexOf(name) + 1;
        return value > 0 && value < arguments.size() ? Optional.of(arguments.get(value)) : Optional.empty();
    }
}
