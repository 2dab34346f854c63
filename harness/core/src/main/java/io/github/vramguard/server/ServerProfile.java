package io.github.vramguard.server;

import io.github.vramguard.memory.CommandLine;
import io.github.vramguard.memory.MemoryTarget.OneProcess;
import io.github.vramguard.memory.Program;
import io.github.vramguard.memory.PromptCache;
import io.github.vramguard.memory.ServerAdvice;
import io.github.vramguard.memory.TokenCache;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * All that is known of one model server: its processes, its settings, its caches, advice, and how the command line drives it. The
 * known ones are listed in {@link ServerProfiles}.
 */
@API(status = Status.INTERNAL, since = "0.1.0")
public interface ServerProfile {

    /**
     * Returns the name of the server.
     *
     * @return as a subcommand of {@code vramguard cycle}, for instance {@code ollama}
     */
    String name();

    /**
     * Recognizes a process of this server.
     *
     * @param process a process
     * @return whether it is one
     */
    boolean runs(OneProcess process);

    /**
     * Returns the environment variables that change what this server keeps in memory. No other variable is read.
     *
     * @return their names
     */
    Set<String> variables();

    /**
     * Returns the caches that grow by design, like a leak until they are full.
     *
     * @param process a process of this server
     * @param line how it was started
     * @return the caches; none by default
     */
    default List<PromptCache> caches(OneProcess process, CommandLine line) {
        return List.of();
    }

    /**
     * Returns what to try when its memory grows or is too much.
     *
     * @param process a process of this server
     * @param line how it was started
     * @return the advice; none by default
     */
    default List<ServerAdvice> advice(OneProcess process, CommandLine line) {
        return List.of();
    }

    /**
     * Returns why a server that was started so never unloads a model.
     *
     * @param line how the server was started
     * @return the reason, and how to start it; empty if it can unload, and by default
     */
    default Optional<String> whyNeverUnloaded(CommandLine line) {
        return Optional.empty();
    }

    /**
     * Returns what each token of context takes in the model of this server.
     *
     * @param running the servers of a target
     * @return the size; empty where that is unknown, or where several are of this kind; empty by default
     */
    default Optional<TokenCache> tokens(List<Program> running) {
        return Optional.empty();
    }

    /**
     * Returns where the server listens by default.
     *
     * @return its usual address on this machine
     */
    URI address();

    /**
     * Returns the help of {@code vramguard cycle NAME}.
     *
     * @return what the subcommand does, and how the server has to be started
     */
    Help help();

    /**
     * Returns the settings that its client has besides the connection.
     *
     * @return options of {@code vramguard cycle NAME}; none by default
     */
    default List<ClientSetting> settings() {
        return List.of();
    }

    /**
     * Returns what its models are asked.
     *
     * @return text by default
     */
    default Prompting prompting() {
        return Prompting.TEXT;
    }

    /**
     * Creates a client.
     *
     * @param connection how the server is reached
     * @param settings the values of {@link #settings()} by name
     * @return the client
     * @throws IllegalArgumentException if a setting has a value that is not accepted
     */
    ModelServer connect(Connection connection, Map<String, Integer> settings);

    /**
     * The help of a subcommand.
     *
     * @param summary what it does, in a sentence
     * @param requirement how the server has to be started, and what else decides how much memory it takes
     */
    record Help(String summary, String requirement) {}

    /**
     * A setting of a client: a number.
     *
     * @param name the option without {@code --}
     * @param unit what stands for its value in the help
     * @param usual its value where none is given
     * @param description what it changes, and what happens without it
     */
    record ClientSetting(String name, String unit, int usual, String description) {

        int in(Map<String, Integer> values) {
            return values.getOrDefault(name, usual);
        }
    }

    /** What a model is asked. */
    enum Prompting {
        /** A text. */
        TEXT,
        /** A whole request in a file, as only the model itself defines its inputs; it is only loaded without one. */
        REQUEST
    }
}
