package io.github.vramguard.server;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Asks servers about the files of their models, without loading them.
 *
 * <pre>{@code
 * String path = ModelFiles.llamaServer(Connection.to(URI.create("http://localhost:8080")), "").path();
 * }</pre>
 */
@API(status = Status.INTERNAL, since = "0.1.0")
public final class ModelFiles {

    private ModelFiles() {}

    /**
     * Returns the header of a model file on Ollama.
     *
     * @param connection how Ollama is reached
     * @param model its name
     * @return the file
     * @throws ServerError if Ollama does not have the model, or does not report its file
     */
    public static OllamaFile ollama(Connection connection, String model) throws ServerError {
        return new OllamaFiles(new Http("Ollama", connection)).show(model);
    }

    /**
     * Returns where the file of a model on llama-server is.
     *
     * @param connection how llama-server is reached
     * @param model its name; empty for the only one that there is
     * @return the file
     * @throws ServerError if there is no such model, if there are several and no name is given, or if the server does not report
     *     the file
     */
    public static LlamaFile llamaServer(Connection connection, String model) throws ServerError {
        return new LlamaFiles(new LlamaCalls(new Http("llama-server", connection))).find(model);
    }
}
