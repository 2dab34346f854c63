package io.github.vramguard.server;

/** Writes the request that a model of Triton understands: the names, types and shapes of its inputs are its own. */
@FunctionalInterface
public interface Inference {

    /**
     * A request of the KServe protocol, as {@code POST v2/models/MODEL/infer} takes it.
     *
     * @param prompt what to answer
     * @return the body of the request, in JSON
     */
    String body(String prompt);
}
