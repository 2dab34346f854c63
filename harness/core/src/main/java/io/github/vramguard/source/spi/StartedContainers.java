package io.github.vramguard.source.spi;

import java.io.IOException;
import java.util.Set;

/**
 * Knows the containers that this JVM started, so that they are measured with it. Implementations are found by
 * {@link java.util.ServiceLoader}.
 */
public interface StartedContainers {

    /**
     * Whether any can ever be started here: not where the library that would start them is missing.
     *
     * @return true by default
     */
    default boolean canTell() {
        return true;
    }

    /**
     * The containers that run now.
     *
     * @return their ids in full, as their runtime gives them; empty if none was started
     * @throws IOException if the runtime does not say
     */
    Set<String> ids() throws IOException;
}
