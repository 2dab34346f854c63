package io.github.vramguard.source.spi;

import io.github.vramguard.memory.CommandLine;
import io.github.vramguard.memory.MemoryTarget.OneProcess;
import io.github.vramguard.memory.ServerTraits;
import java.util.Optional;
import java.util.Set;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Recognizes model servers among processes. It is passed in, so that no source knows a server by name.
 *
 * @since 0.1.0
 */
@API(status = Status.EXPERIMENTAL, since = "0.1.0")
public interface KnownServers {

    /**
     * Returns the environment variables that a server reads.
     *
     * @param process a process
     * @return their names; empty if the process is not a known server
     */
    Optional<Set<String>> variables(OneProcess process);

    /**
     * Returns what a server does with memory by design.
     *
     * @param process a known server
     * @param commandLine how it was started
     * @return its traits
     */
    ServerTraits traits(OneProcess process, CommandLine commandLine);

    /**
     * Recognizes no server.
     *
     * @return an instance that knows none
     */
    static KnownServers none() {
        return new KnownServers() {
            @Override
            public Optional<Set<String>> variables(OneProcess process) {
                return Optional.empty();
            }

            @Override
            public ServerTraits traits(OneProcess process, CommandLine commandLine) {
                return ServerTraits.NONE;
            }
        };
    }
}
