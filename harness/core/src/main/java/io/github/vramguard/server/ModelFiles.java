package io.github.vramguard.server;

/**
 * What servers tell of the files of their models. Nothing is loaded for that.
 *
 * <pre>{@code
 * String path = ModelFiles.llamaServer(Connection.to(URI.create("http://localhost:8080")), "").path();
 * }</pre>
 */
public final class ModelFiles {

    private ModelFiles() {}

    /**
     * A model of Ollama: what is in the header of its file.
     *
     * @param connection how Ollama is reached
     * @param model its name
     * @return the file
     * @throws ServerError if Ollama does not have it, or does not tell
     */
    public static OllamaFile ollama(Connection connection, String model) throws ServerError {
        return new OllamaFiles(new Http("Ollama", connection)).show(model);
    }

    /**
     * A model of llama-server: where its file is.
     *
     * @param connection how llama-server is reached
     * @param model its name; empty for the only one that there is
     * @return the file
     * @throws ServerError if there is no such model, or without a name several, or the server does not tell
     */
    public static LlamaFile llamaServer(Connection connection, String model) throws ServerError {
        return new LlamaFiles(new LlamaCalls(new Http("llama-server", connection))).find(model);
    }
}
