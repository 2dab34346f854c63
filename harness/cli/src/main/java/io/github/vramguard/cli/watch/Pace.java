package io.github.vramguard.cli.watch;

import java.time.Instant;
import java.util.Optional;

/** When to read. */
@FunctionalInterface
interface Pace {

    /** Waits for the next reading and returns its time; empty if there are no more. */
    Optional<Instant> next();
}
