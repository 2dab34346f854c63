package io.github.vramguard.server;

import java.util.List;
import java.util.OptionalLong;

/**
 * What llama-server tells of a model file.
 *
 * @param path where the file is for the server itself, which may be in a container or on another machine; relative to where the
 *     server was started, if it was started so
 * @param slots the sequences at once; empty where the server does not tell
 * @param slotTokens the context of one slot, which is that of all together where they share it; empty where it does not tell
 * @param hasProjector whether a projector is loaded beside it, for images or sound
 * @param arguments the command line of the process that serves the model, as a router tells it; else empty
 */
public record LlamaFile(
        String path, OptionalLong slots, OptionalLong slotTokens, boolean hasProjector, List<String> arguments) {

    /** Copies the list. */
    public LlamaFile {
        arguments = List.copyOf(arguments);
    }
}
