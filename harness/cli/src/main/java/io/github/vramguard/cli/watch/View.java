package io.github.vramguard.cli.watch;

import java.io.IOException;
import java.time.Instant;

/** Where the readings of a watch go. */
interface View extends AutoCloseable {

    /**
     * Takes the readings of an instant.
     *
     * @throws IOException if they cannot be written
     */
    void show(Instant at, Watchlist list) throws IOException;

    /** The last readings were shown. */
    default void end(String summary) throws IOException {}

    /** Leaves everything as it was, also where the end was not reached. */
    @Override
    default void close() {}
}
