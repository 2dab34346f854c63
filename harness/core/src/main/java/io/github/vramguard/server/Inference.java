package io.github.vramguard.server;

/** Writes requests for a model on Triton, which defines the names, types and shapes of its own inputs. */
@FunctionalInterface
public interface Inference {

    /**
     * Returns a request of the KServe protocol, as {@code POST v2/models/MODEL/infer} takes it.
     *
     * @param prompt what to answer
     * @return the body of the request, in JSON
     */
    String body(String prompt);
}
