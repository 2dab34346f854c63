package io.github.vramguard.server;

import java.util.List;
import java.util.OptionalLong;

/** llama-server of llama.cpp, with one model or as a router of several. */
final class LlamaServer implements ModelServer {

    private final LlamaCalls calls;

    LlamaServer(Connection connection) {
        this.calls = new LlamaCalls(new Http("llama-server", connection));
    }

    @Override
    public String name() {
        return calls.http().toString();
    }

    @Override
    public void load(String model) throws ServerError {
        models().load(model);
    }

    @Override
    public void unload(String model) throws ServerError {
        models().unload(model);
    }

    @Override
    public void use(String model, String prompt) throws ServerError {
        calls.complete(model, prompt, calls.http().toUse());
    }

    @Override
    public List<LoadedModel> loaded() throws ServerError {
        return models().loaded();
    }

    @Override
    public OptionalLong contextInUse(String model) throws ServerError {
        if (!models().isAwake(model)) {
            return OptionalLong.of(0);
        }
        long tokens = 0;
        for (Json slot : calls.slots(model)) {
            OptionalLong held = tokens(slot);
            if (held.isEmpty()) {
                return held;
            }
            tokens += held.getAsLong();
        }
        return OptionalLong.of(tokens);
    }

    /** A slot that never had a task reports no number of tokens, and has none. */
    private static OptionalLong tokens(Json slot) {
        boolean isUnused = slot.amount("id_task").isEmpty();
        return isUnused && !slot.has("n_prompt_tokens") ? OptionalLong.of(0) : slot.amount("n_prompt_tokens");
    }

    @Override
    public void reset(String model) throws ServerError {
        if (models().isAwake(model)) {
            for (Json slot : calls.slots(model)) {
                calls.erase(model, slot.amount("id").orElseThrow(() -> slot.exchange()
                        .unlike("a slot without an id")));
            }
        }
    }

    /** Only a router reports a state for each of its models, of which there may be none. */
    private LlamaModels models() throws ServerError {
        boolean isRouter = calls.models().items().stream().allMatch(model -> model.has("status"));
        return isRouter ? new RoutedModels(calls) : new OnlyModel(calls);
    }
}
