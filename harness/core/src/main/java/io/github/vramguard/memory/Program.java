package io.github.vramguard.memory;

import io.github.vramguard.memory.MemoryTarget.OneProcess;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A server among the processes of a target, as it was started: its memory use by design depends on that.
 *
 * @param process the process
 * @param commandLine its arguments and variables; only variables that such a server reads, and none where this user may not
 *     see them
 * @param traits what it does with memory by design
 * @since 0.1.0
 */
@API(status = Status.EXPERIMENTAL, since = "0.1.0")
public record Program(OneProcess process, CommandLine commandLine, ServerTraits traits) {

    /**
     * The value of a setting, see {@link CommandLine#setting(String, String...)}.
     *
     * @param variable the name in the environment
     * @param flags the ways to write it on the command line
     * @return the value; empty if it was left to the server
     */
    public Optional<String> setting(String variable, String... flags) {
        return commandLine.setting(variable, flags);
    }
}
