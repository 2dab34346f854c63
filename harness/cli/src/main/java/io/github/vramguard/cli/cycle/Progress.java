package io.github.vramguard.cli.cycle;

import io.github.vramguard.memory.Trace;

/** Follows the progress of the cycles. */
interface Progress extends AutoCloseable {

    /** A part of a cycle begins. */
    default void begins(Phase phase) {}

    /** A cycle has ended; the trace has its level. */
    void ended(Trace trace);

    @Override
    default void close() {}
}
