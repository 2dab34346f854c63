package io.github.vramguard.cli;

/** Input that cannot be judged; the message names the place, the value and what is accepted. */
final class BadInput extends RuntimeException {

    private static final long serialVersionUID = 1;

    BadInput(String message) {
        super(message);
    }
}
