package io.github.vramguard.memory;

import io.github.vramguard.memory.MemoryTarget.OneProcess;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A server among the processes of a target, as it was started: what it keeps in memory by design depends on that.
 *
 * @param process the process
 * @param arguments its command line, the program first
 * @param environment the variables that such servers read, and no others; empty where this user may not see them
 */
public record Program(OneProcess process, List<String> arguments, Map<String, String> environment) {

    /** Copies the collections. */
    public Program {
        arguments = List.copyOf(arguments);
        environment = Map.copyOf(environment);
    }

    /**
     * The value of a setting, the way most servers read it: the last of its flags on the command line, or else its variable.
     *
     * @param variable the name in the environment
     * @param flags the ways to write it on the command line, with the value as the next argument or after {@code =}
     * @return the value; empty if it was left to the server
     */
    public Optional<String> setting(String variable, String... flags) {
        return commandLine().setting(variable, flags);
    }

    /**
     * How it was told what to do.
     *
     * @return arguments and environment
     */
    public CommandLine commandLine() {
        return new CommandLine(arguments, environment);
    }
}
