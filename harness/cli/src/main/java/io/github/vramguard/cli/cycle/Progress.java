package io.github.vramguard.cli.cycle;

import io.github.vramguard.memory.Trace;

/** Is told how far the cycles are. */
interface Progress extends AutoCloseable {

    /** A part of a cycle begins. */
    default void begins(Phase phase) {}

    /** A cycle has ended; the trace has its level. */
    void ended(Trace trace);

    @Override
    default void close() {}
}
