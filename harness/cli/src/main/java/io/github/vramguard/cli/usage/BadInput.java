package io.github.vramguard.cli.usage;

/** Input that a command cannot use; the message names the place, the value and what is accepted. */
public final class BadInput extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** Refuses with a message. */
    public BadInput(String message) {
        super(message);
    }
}
