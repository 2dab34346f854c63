package io.github.vramguard.realserver;

import io.github.vramguard.memory.MemoryTarget;
import java.net.URI;

/** A model server that runs and answers. To close it is to end all its processes. */
public interface RealServer extends AutoCloseable {

    /**
     * Where it listens.
     *
     * @return the address
     */
    URI address();

    /**
     * Whose memory it takes.
     *
     * @return the tree of its processes, or its container
     */
    MemoryTarget target();

    /**
     * What it has written until now.
     *
     * @return its standard output and its standard error, as one text
     */
    String log();

    @Override
    void close();
}
