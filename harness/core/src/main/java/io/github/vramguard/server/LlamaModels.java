package io.github.vramguard.server;

import java.util.List;

/** How a llama-server holds its models: one for as long as it runs, or several that come and go. */
interface LlamaModels {

    void load(String model) throws ServerError;

    void unload(String model) throws ServerError;

    List<LoadedModel> loaded() throws ServerError;

    /** Whether the model can be asked about its slots without that waking or loading it. */
    boolean isAwake(String model) throws ServerError;
}
