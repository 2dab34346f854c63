package io.github.vramguard.server;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A contradiction between what a model server and the GPU drivers report about the same load.
 *
 * @param kind which contradiction
 * @param detail both figures, in a sentence
 * @param next what to look at first
 * @see Reconciliation
 */
@API(status = Status.INTERNAL, since = "0.1.0")
public record Disagreement(Kind kind, String detail, String next) {

    /** The contradictions that are detected. */
    public enum Kind {
        /** The drivers allocated less than the server reports: the model may run on the CPU. */
        NOT_ON_THE_GPU,
        /** The drivers allocated far more than the server reports: something else was loaded, too. */
        MORE_THAN_THE_MODEL,
        /** The server no longer lists the model, and the drivers still hold much of what its load took. */
        HELD_AFTER_UNLOAD
    }

    @Override
    public String toString() {
        return detail + "; " + next;
    }
}
