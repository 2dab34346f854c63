package io.github.vramguard.source.spi;

import java.io.IOException;
import java.util.Set;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Lists the containers that this JVM started, so that they are measured with it. Implementations are found by
 * {@link java.util.ServiceLoader}.
 *
 * @since 0.1.0
 */
@API(status = Status.EXPERIMENTAL, since = "0.1.0")
public interface StartedContainers {

    /**
     * Returns whether containers can be listed: false if the library that starts them is missing.
     *
     * @return true by default
     */
    default boolean canList() {
        return true;
    }

    /**
     * Returns the containers that run now.
     *
     * @return their ids in full, as their runtime gives them; empty if none was started
     * @throws IOException if the runtime does not list them
     */
    Set<String> ids() throws IOException;
}
