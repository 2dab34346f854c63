package io.github.vramguard.realserver;

import io.github.vramguard.Targets;
import io.github.vramguard.memory.MemoryTarget;
import java.net.URI;

/** A server in a container of Docker. */
public final class ServerContainer implements RealServer {

    private final String id;
    private final URI address;

    ServerContainer(String id, URI address) {
        this.id = id;
        this.address = address;
    }

    /**
     * What Docker calls it.
     *
     * @return its whole id
     */
    public String id() {
        return id;
    }

    @Override
    public URI address() {
        return address;
    }

    @Override
    public MemoryTarget target() {
        return Targets.container(id);
    }

    @Override
    public String log() {
        return Docker.run("logs", id);
    }

    @Override
    public void close() {
        Docker.run("rm", "--force", id);
    }
}
