package io.github.vramguard.server;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** The settings of a request whose answer is short and the same each time. */
final class Greedy {

    private static final int MOST_TOKENS = 16;

    private Greedy() {}

    /** Adds the settings, of which the last has another name on each server. */
    static ObjectNode put(ObjectNode request, String mostTokens) {
        return request.put("temperature", 0).put("seed", 1).put(mostTokens, MOST_TOKENS);
    }
}
