package io.github.vramguard.server;

/**
 * A way in which a model server and the drivers of the GPUs tell different stories of the same load.
 *
 * @param kind which way
 * @param detail both figures, in a sentence
 * @param next what to look at first
 * @see Reconciliation
 */
public record Disagreement(Kind kind, String detail, String next) {

    /** The ways to disagree. */
    public enum Kind {
        /** The drivers booked less than the server believes to have put there: it may run on the CPU. */
        NOT_ON_THE_GPU,
        /** The drivers booked far more than the server tells: something else was loaded, too. */
        MORE_THAN_THE_MODEL,
        /** The server lists the model no more, and the drivers still hold much of what its load took. */
        HELD_AFTER_UNLOAD
    }

    @Override
    public String toString() {
        return detail + "; " + next;
    }
}
