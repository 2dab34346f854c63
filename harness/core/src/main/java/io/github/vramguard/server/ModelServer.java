package io.github.vramguard.server;

import java.util.List;
import java.util.OptionalLong;

/**
 * A server that holds models in memory and is told over HTTP to load and to unload them.
 *
 * <p>Every call ends within its deadline, see {@link Deadlines}. Models go by the names that the server itself uses.
 *
 * @see ModelServers
 */
public interface ModelServer {

    /**
     * What server this is, and where.
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
     * Unloads a model; returns when the server says that it is gone. Its memory may come back a little later: a driver
     * books some of it out only after a process has ended.
     *
     * @param model the name of the model
     * @throws ServerError if the server cannot unload, or still holds the model when the deadline has passed
     */
    void unload(String model) throws ServerError;

    /**
     * Has a loaded model answer a prompt, always in the same way: the most likely token each time, and at most 16.
     *
     * @param model the name of the model
     * @param prompt what to answer
     * @throws ServerError if there is no answer, or not in time
     */
    void use(String model, String prompt) throws ServerError;

    /**
     * The models that the server says it holds now.
     *
     * @return the models in the order of the server
     * @throws ServerError if the server does not say
     */
    List<LoadedModel> loaded() throws ServerError;

    /**
     * How many tokens of conversations a model holds now.
     *
     * @param model the name of the model
     * @return the number of tokens, 0 while the model is not loaded; empty where this server does not tell
     * @throws ServerError if the server could tell and does not
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
