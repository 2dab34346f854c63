package io.github.vramguard.cli.cycle;

import io.github.vramguard.cli.usage.BadInput;
import io.github.vramguard.cli.usage.ThisMachine;
import io.github.vramguard.memory.MemoryTarget;
import java.net.URI;

/** The process behind the address of a server. */
final class Local {

    private Local() {}

    /** The process that listens at an address of this machine, with its descendants. */
    static MemoryTarget serverAt(URI url) {
        if (!ThisMachine.has(url)) {
            throw new BadInput(
                    url.getHost() + " is another machine, and memory can be measured only where vramguard runs;"
                            + " if it is this one, give --pid, --container or --cgroup");
        }
        try {
            return ThisMachine.listenerAt(url);
        } catch (IllegalArgumentException none) {
            throw new BadInput(none.getMessage() + " (--container, --cgroup or --pid)");
        }
    }
}
