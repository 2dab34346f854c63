package io.github.vramguard.cli.watch;

import java.time.Instant;
import java.util.Optional;

/** When to read. */
@FunctionalInterface
interface Pace {

    /** Waits for the next reading, and tells its time; empty if there is to be none. */
    Optional<Instant> next();
}
