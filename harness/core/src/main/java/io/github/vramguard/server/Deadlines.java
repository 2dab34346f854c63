package io.github.vramguard.server;

import java.time.Duration;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * How long a server may take for a step, however many requests that takes. A wait for a state of the server may exceed its
 * deadline by one {@code ask}, and no more.
 *
 * @param load for a model to be loaded
 * @param unload for a model to be gone
 * @param use for the answer to a prompt
 * @param ask for the answer to a question about the state of the server
 * @since 0.1.0
 */
@API(status = Status.EXPERIMENTAL, since = "0.1.0")
public record Deadlines(Duration load, Duration unload, Duration use, Duration ask) {

    /**
     * Checks the durations.
     *
     * @throws IllegalArgumentException if one of them is not positive
     */
    public Deadlines {
        if (Stream.of(load, unload, use, ask).anyMatch(wait -> wait.isNegative() || wait.isZero())) {
            throw new IllegalArgumentException("a deadline must be longer than 0: load " + load + ", unload " + unload
                    + ", use " + use + ", ask " + ask);
        }
    }

    /**
     * Returns the defaults: 5 minutes to load, as Ollama itself allows, 1 minute to unload, 2 minutes to answer a prompt and 10
     * seconds to answer a question about its state.
     *
     * @return the deadlines
     */
    public static Deadlines standard() {
        return new Deadlines(
                Duration.ofMinutes(5), Duration.ofMinutes(1), Duration.ofMinutes(2), Duration.ofSeconds(10));
    }
}
