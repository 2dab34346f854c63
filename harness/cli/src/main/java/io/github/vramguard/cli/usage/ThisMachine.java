package io.github.vramguard.cli.usage;

import io.github.vramguard.Targets;
import io.github.vramguard.memory.MemoryTarget.ProcessTree;
import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.URI;

/** The machine that this program runs on, as the addresses of servers name it. */
public final class ThisMachine {

    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    private ThisMachine() {}

    /** Returns whether a server is on this machine. */
    public static boolean has(URI server) {
        try {
            InetAddress address = InetAddress.getByName(server.getHost());
            return address.isLoopbackAddress()
                    || address.isAnyLocalAddress()
                    || NetworkInterface.getByInetAddress(address) != null;
        } catch (IOException unknown) {
            return false;
        }
    }

    /**
     * Returns the process of a server on this machine, with its descendants.
     *
     * @throws IllegalArgumentException if no process can be identified
     */
    public static ProcessTree listenerAt(URI server) {
        return Targets.listeningOn(port(server));
    }

    private static int port(URI server) {
        if (server.getPort() >= 0) {
            return server.getPort();
        }
        return server.getScheme().equals("https") ? HTTPS : HTTP;
    }
}
