package io.github.vramguard.cli.cycle;

import io.github.vramguard.cli.usage.BadInput;
import io.github.vramguard.memory.MemoryTarget;
import io.github.vramguard.source.Targets;
import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.URI;

/** The process behind the address of a server. */
final class Local {

    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    private Local() {}

    /** The process that listens at an address of this machine, with its descendants. */
    static MemoryTarget serverAt(URI url) {
        if (!isOfThisMachine(url.getHost())) {
            throw new BadInput(
                    url.getHost() + " is another machine, and memory can be measured only where vramguard runs;"
                            + " if it is this one, give --pid, --container or --cgroup");
        }
        try {
            return Targets.listeningOn(port(url));
        } catch (IllegalArgumentException nobody) {
            throw new BadInput(nobody.getMessage() + " (--container, --cgroup or --pid)");
        }
    }

    private static int port(URI url) {
        if (url.getPort() >= 0) {
            return url.getPort();
        }
        return url.getScheme().equals("https") ? HTTPS : HTTP;
    }

    private static boolean isOfThisMachine(String host) {
        try {
            InetAddress address = InetAddress.getByName(host);
            return address.isLoopbackAddress()
                    || address.isAnyLocalAddress()
                    || NetworkInterface.getByInetAddress(address) != null;
        } catch (IOException unknown) {
            return false;
        }
    }
}
