package io.github.vramguard.server;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Writes requests for a model on Triton, which defines the names, types and shapes of its own inputs.
 *
 * @since 0.1.0
 */
@FunctionalInterface
@API(status = Status.EXPERIMENTAL, since = "0.1.0")
public interface Inference {

    /**
     * Returns a request of the KServe protocol, as {@code POST v2/models/MODEL/infer} takes it.
     *
     * @param prompt what to answer
     * @return the body of the request, in JSON
     */
    String body(String prompt);
}
