package io.github.vramguard.server;

import java.util.OptionalLong;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A model that a server reports as loaded. What a server does not report is empty, and never 0.
 *
 * @param model its name
 * @param bytes the memory that it takes in all, as the server computes it
 * @param deviceBytes how much of that is on GPUs
 * @param contextTokens the longest conversation that it can hold, in tokens
 * @since 0.1.0
 */
@API(status = Status.EXPERIMENTAL, since = "0.1.0")
public record LoadedModel(String model, OptionalLong bytes, OptionalLong deviceBytes, OptionalLong contextTokens) {

    /**
     * Returns whether a name means this model. A name without a tag means the latest one, as in Ollama.
     *
     * @param name the name
     * @return true if it is the name of this model, with or without {@code :latest}
     */
    public boolean isCalled(String name) {
        return model.equals(name) || model.equals(name + ":latest");
    }

    static LoadedModel withContext(String model, OptionalLong tokens) {
        return new LoadedModel(model, OptionalLong.empty(), OptionalLong.empty(), tokens);
    }
}
