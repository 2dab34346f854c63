package io.github.vramguard.server;

import java.util.List;
import java.util.OptionalLong;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A client of a server that loads and unloads models over HTTP.
 *
 * <p>Every call ends within its deadline, see {@link Deadlines}. Models go by the names that the server itself uses.
 *
 * @see ModelServers
 * @since 0.1.0
 */
@API(status = Status.EXPERIMENTAL, since = "0.1.0")
public interface ModelServer {

    /**
     * Returns the name and the address of the server.
     *
     * @return for instance {@code Ollama at http://localhost:11434}
     */
    String name();

    /**
     * Loads a model; returns when the server says that it is loaded.
     *
     * @param model the name of the model
     * @throws ServerError if the model cannot be loaded, or not in time
     */
    void load(String model) throws ServerError;

    /**
     * Unloads a model; returns when the server says that it is gone. Its memory may be released a little later: a driver frees
     * some of it only after a process has ended.
     *
     * @param model the name of the model
     * @throws ServerError if the server cannot unload, or still holds the model when the deadline has passed
     */
    void unload(String model) throws ServerError;

    /**
     * Lets a loaded model answer a prompt. The answer is greedy, at most 16 tokens long, and so the same each time.
     *
     * @param model the name of the model
     * @param prompt what to answer
     * @throws ServerError if there is no answer, or not in time
     */
    void use(String model, String prompt) throws ServerError;

    /**
     * Returns the models that the server reports as loaded.
     *
     * @return the models in the order of the server
     * @throws ServerError if the server does not report them
     */
    List<LoadedModel> loaded() throws ServerError;

    /**
     * Returns the number of tokens that the contexts of a model hold.
     *
     * @param model the name of the model
     * @return the number of tokens, 0 while the model is not loaded; empty if this kind of server does not report it
     * @throws ServerError if the server does not answer as it should
     */
    OptionalLong contextInUse(String model) throws ServerError;

    /**
     * Erases the conversations that a model holds.
     *
     * @param model the name of the model
     * @throws ServerError if the server cannot do that; the message names the flag that it has to be started with, or what
     *     to do in its place
     */
    void reset(String model) throws ServerError;
}
