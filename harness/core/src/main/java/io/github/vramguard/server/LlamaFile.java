package io.github.vramguard.server;

import java.util.List;
import java.util.OptionalLong;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * What llama-server reports about a model file.
 *
 * @param path where the file is for the server itself, which may be in a container or on another machine; relative to where the
 *     server was started, if it was started so
 * @param slots the number of sequences at once; empty if the server does not report it
 * @param slotTokens the context of one slot, or of all slots together where they share it; empty if the server does not report it
 * @param hasProjector whether a projector is loaded beside it, for images or sound
 * @param arguments the command line of the process that serves the model, as a router reports it; else empty
 */
@API(status = Status.INTERNAL, since = "0.1.0")
public record LlamaFile(
        String path, OptionalLong slots, OptionalLong slotTokens, boolean hasProjector, List<String> arguments) {

    /** Copies the list. */
    public LlamaFile {
        arguments = List.copyOf(arguments);
    }
}
