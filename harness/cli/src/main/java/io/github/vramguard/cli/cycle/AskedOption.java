package io.github.vramguard.cli.cycle;

import java.util.Optional;

/** The option that says what a model is asked in each cycle. */
interface AskedOption {

    /** What the model is asked; empty where it is only loaded. */
    Optional<String> text();
}
