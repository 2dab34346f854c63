package io.github.vramguard.cli.usage;

import io.github.vramguard.memory.Pool;
import java.util.LinkedHashSet;
import java.util.Set;
import picocli.CommandLine.Option;

/** The option that selects pools, the same for every command that measures. */
public final class PoolsOption {

    @Option(
            names = "--pools",
            paramLabel = "POOL",
            split = ",",
            description = "only these pools, for example gpu0,resident (default: all that can be read)")
    private Set<Pool> pools = new LinkedHashSet<>();

    /** Returns the named pools; none means all. */
    public Set<Pool> named() {
        return pools;
    }
}
